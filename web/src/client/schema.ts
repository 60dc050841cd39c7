// Generated from OpenAPI by client.mjs (npm run client). Do not edit.
/* eslint-disable */
export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts
         * @description Every account, by name.
         */
        get: operations["accounts"];
        put?: never;
        /**
         * Make Account
         * @description Make an account. On one's own machine the first one ends the time when nobody needed to sign in to write.
         */
        post: operations["make_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Account
         * @description Change a role or password, shut an account out or let it in again.
         *
         *     A new password or shutting out ends its sessions.
         */
        patch: operations["change_account"];
        trace?: never;
    };
    "/v1/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Actors
         * @description Who acts, is acted upon or speaks, those in most events first. With q: who is called so.
         */
        get: operations["actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/actors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Actor
         * @description One actor. One that no registry knows has an id that begins with ``new/``; once it is named, that id leads on.
         */
        get: operations["actor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Audit
         * @description Decisions, what was taken back, and changes to accounts, newest first.
         */
        get: operations["audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes
         * @description The ledger's entries after one, oldest first.
         */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claims
         * @description All claims that stand, in the order in which they were read: one by one what articles say.
         */
        get: operations["claims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Claim
         * @description One claim: its sentence, its article, its events.
         */
        get: operations["claim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Decisions
         * @description Decisions, newest first; skips are left out.
         */
        get: operations["decisions"];
        put?: never;
        /**
         * Decide
         * @description Decide. Several claims may be accepted, rejected or corrected at once: then the rows share one action.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Undo
         * @description Take a decision back, with all rows that were made in one go with it. Another's: for editors.
         */
        delete: operations["undo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Disputes
         * @description Events about which those who tell of them disagree, with the positions side by side.
         */
        get: operations["disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Documents
         * @description All documents, in the order in which they came in.
         */
        get: operations["documents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Document
         * @description One article: its text, what in it is no story, every claim with its words, its versions and copies.
         */
        get: operations["document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events
         * @description Events that pass the filter, as lists show them.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Event
         * @description One event with every statement for and against it, word by word.
         */
        get: operations["event"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Event Why
         * @description Each comparison behind an event, and the closest of what is not in it: what one would merge with it, or not.
         *
         *     It takes seconds to work out, so a public server does it for reviewers only.
         */
        get: operations["event_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Columns
         * @description The same as points, by columns: less to send and to read. What the map of the pages asks for.
         */
        get: operations["columns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Facets
         * @description How many of the chosen events there are of each type, status, actor, place, outlet, and on each day.
         */
        get: operations["facets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Points
         * @description All events that pass the filter, as a map and a timeline need them: up to 50,000 rows.
         */
        get: operations["points"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags
         * @description Who, where and by whom: what the points of ``/v1/events/columns`` carry, so that counts can follow a brush.
         */
        get: operations["tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Csv
         * @description One row an event, as docs/export-columns.md has them; names of private persons are withheld.
         */
        get: operations["events_csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Geojson
         * @description One feature an event; names of private persons are withheld.
         */
        get: operations["events_geojson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/events.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events Jsonl
         * @description One event a line, as the record has it. It names people as the reports do, so a public server does not give it.
         */
        get: operations["events_jsonl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is asking.
         */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change Password
         * @description Change one's own password. Every session of the account ends, this one too.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Places
         * @description Where events are, places with most events first; what holds one counts its events too. With q: what is called so.
         */
        get: operations["places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/places/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Place
         * @description One place.
         */
        get: operations["place"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Record
         * @description Counts, the ledger's head, theatres, the span of days, and what read it.
         */
        get: operations["record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Review Fields
         * @description What may be corrected of a claim, and what may be written.
         */
        get: operations["review_fields"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/review/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Review Queue
         * @description What would move an event most, first; what you have skipped comes last.
         */
        get: operations["review_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search
         * @description Articles and claims whose words hold all that is looked for, best first.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Series
         * @description Events, or people killed, wounded or displaced, by day, week or month, as ranges of what is claimed.
         */
        get: operations["series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Session
         * @description Who is asking, and the token for x-csrf-token.
         */
        get: operations["session"];
        put?: never;
        /**
         * Sign In
         * @description Sign in. The answer to a wrong password and to a name that there is not is one and the same.
         */
        post: operations["sign_in"];
        /**
         * Sign Out
         * @description Sign out; without a session, nothing happens.
         */
        delete: operations["sign_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sources
         * @description Outlets, those with most documents first.
         */
        get: operations["sources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sources/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Source
         * @description One outlet.
         */
        get: operations["source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/aid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Aid
         * @description Aid that was delivered, blocked or asked for.
         */
        get: operations["aid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/control": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Control
         * @description Who holds each place on a day; with ``known``, as the documents published until then had it.
         */
        get: operations["control"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/control/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Timeline
         * @description Who held one place, from when to when; with ``known``, as the documents published until then had it.
         */
        get: operations["timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/displacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Displacement
         * @description People who fled, were expelled, returned or are sheltering.
         */
        get: operations["displacement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/forces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forces
         * @description Forces that came or went. A public server does not show who is said to be about to move.
         */
        get: operations["forces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Relations
         * @description Who fights, supplies, talks to, joined or left whom.
         */
        get: operations["relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/states/truces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Truces
         * @description Ceasefires and agreements, each with its ledger and its violations by side.
         */
        get: operations["truces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream
         * @description The same as server-sent events, for as long as one listens: ``entry`` for each entry of the ledger, ``record`` when
         *     events and states were computed anew. Without ``after``, from now on.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/theatres/{name}/layers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Layers
         * @description A pack's coast and areas as GeoJSON; each feature says which layer it is of.
         */
        get: operations["layers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tiles
         * @description Which detailed map there is. Pages ask other servers for one only where the operator named it.
         */
        get: operations["tiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tiles/{z}/{x}/{y}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tile
         * @description One tile of the operator's archive, as it is kept there.
         */
        get: operations["tile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tokens
         * @description One's own tokens, or for admins anybody's.
         */
        get: operations["tokens"];
        put?: never;
        /**
         * Make Token
         * @description Make a token. It is in this answer and nowhere else: only its digest is kept.
         */
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke Token
         * @description Revoke a token: one's own, or for admins anybody's.
         */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Access
         * @description What became of aid on its way to a place.
         * @enum {string}
         */
        Access: "delivered" | "blocked" | "sought";
        /**
         * AccountChanges
         * @description What to change of an account; null leaves it as it is.
         */
        AccountChanges: {
            /**
             * Disabled
             * @description true shuts it out, false lets it in again
             * @example true
             */
            disabled?: boolean | null;
            /**
             * Password
             * @description another password: 12 to 256 characters
             * @example four random words will do
             */
            password?: string | null;
            /**
             * @description another role
             * @example editor
             */
            role?: components["schemas"]["Role"] | null;
        };
        /**
         * AccountList
         * @description Every account, by name.
         */
        AccountList: {
            /**
             * Items
             * @description accounts
             * @example [
             *       {
             *         "created_at": "2031-05-01T08:00:00Z",
             *         "disabled": false,
             *         "name": "olena",
             *         "role": "reviewer"
             *       }
             *     ]
             */
            items: components["schemas"]["AccountShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * AccountShape
         * @description An account, without its secrets.
         */
        AccountShape: {
            /**
             * Created At
             * Format: date-time
             * @description when it was made
             * @example 2031-05-01T08:00:00Z
             */
            created_at: string;
            /**
             * Disabled
             * @description whether it is shut out
             * @example false
             */
            disabled: boolean;
            /**
             * Name
             * @description its name
             * @example olena
             */
            name: string;
            /**
             * @description what it may do
             * @example reviewer
             */
            role: components["schemas"]["Role"];
        };
        /**
         * ActorFull
         * @description Words and the actor that they are taken to mean.
         */
        ActorFull: {
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Id
             * @description its id in the registry; null when it is in none
             * @example kelmora/army
             */
            id: string | null;
            /**
             * Kind
             * @description what kind of party it is ("" not known)
             * @example army
             */
            kind: string;
            /**
             * Name
             * @description its name in the registry ("" when it is in none)
             * @example Kelmoran Army
             */
            name: string;
            /**
             * Provisional
             * @description whether no registry knows it: a group by its name alone, whose id begins with new/
             * @default false
             * @example false
             */
            provisional: boolean;
            /**
             * Sector
             * @description PLOVER sector ("" not known)
             * @example MIL
             */
            sector: string;
            /**
             * Side
             * @description id of the actor at the head of its side
             * @example kelmora/government
             */
            side: string | null;
            /**
             * Slant
             * @description whether it was named as only a foe or friend would name it
             * @example false
             */
            slant: boolean;
            /**
             * Text
             * @description the words as written
             * @example Kelmoran troops
             */
            text: string;
            /**
             * @description how sure the link is, and why
             * @example {
             *       "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *       "value": 0.81
             *     }
             */
            why: components["schemas"]["Why"];
        };
        /**
         * ActorPage
         * @description Some actors: those in most events first, or, with q, those that are called so.
         */
        ActorPage: {
            /**
             * Items
             * @description the actors of this page
             * @example [
             *       {
             *         "country": "XKM",
             *         "events": 31,
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "side": "kelmora/government",
             *         "side_name": "Government of Kelmora",
             *         "spelling": "dorvane on mossen"
             *       }
             *     ]
             */
            items: components["schemas"]["ActorRow"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * ActorRow
         * @description An actor of the record.
         */
        ActorRow: {
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Events
             * @description events in which it acts, is acted upon, or speaks
             * @example 31
             */
            events: number;
            /**
             * Id
             * @description for /v1/actors/{id} and the filter: an id in the registry, else its words
             * @example kelmora/army
             */
            id: string;
            /**
             * Kind
             * @description what kind of party it is ("" not known)
             * @example army
             */
            kind: string;
            /**
             * Name
             * @description its name
             * @example Kelmoran Army
             */
            name: string;
            /**
             * Provisional
             * @description whether no registry knows it: a group by its name alone, whose id begins with new/
             * @default false
             * @example false
             */
            provisional: boolean;
            /**
             * Side
             * @description id of the actor at the head of its side
             * @example kelmora/government
             */
            side: string | null;
            /**
             * Side Name
             * @description what that one is called ("" no side)
             * @default
             * @example Government of Kelmora
             */
            side_name: string;
            /**
             * Spelling
             * @description spelling by which q found it, folded ("" by its name, or without q)
             * @default
             * @example dorvane on mossen
             */
            spelling: string;
        };
        /**
         * ActorShape
         * @description An actor: names, friends and foes, deeds, words, denials.
         */
        ActorShape: {
            /**
             * Aliases
             * @description its names in the registry
             * @example [
             *       {
             *         "person": false,
             *         "slant": true,
             *         "text": "Sarnholt regime"
             *       }
             *     ]
             */
            aliases: components["schemas"]["Alias"][];
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Deeds
             * @description the newest events that it is said to have done
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            deeds: components["schemas"]["EventSummary"][];
            /**
             * Denials
             * @description what it denied, newest first
             * @example [
             *       {
             *         "claim": "c5ace1eb1c31fb245",
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "events": [
             *           {
             *             "disputes": [
             *               "occurrence",
             *               "killed"
             *             ],
             *             "doubtful": false,
             *             "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *             "id": "ev_9dbe33d6e1303d2b",
             *             "status": "disputed",
             *             "type": "airstrike"
             *           }
             *         ],
             *         "relation": "denies",
             *         "sentence": "The army denied that its jets bombed Dorvane."
             *       }
             *     ]
             */
            denials: components["schemas"]["Said"][];
            /**
             * Denied
             * @description claims of which it is a source, against an event
             * @example 3
             */
            denied: number;
            /**
             * Did
             * @description events that it is said to have done
             * @example 18
             */
            did: number;
            /**
             * Disputed
             * @description events in dispute of which it speaks
             * @example 5
             */
            disputed: number;
            /**
             * First Day
             * @description first day of its events
             * @example 2031-04-02
             */
            first_day: string | null;
            /**
             * Id
             * @description its id, or its words
             * @example kelmora/army
             */
            id: string;
            /**
             * Kind
             * @description what kind of party it is ("" not known)
             * @example army
             */
            kind: string;
            /**
             * Last Day
             * @description last day of its events
             * @example 2031-05-17
             */
            last_day: string | null;
            /**
             * Name
             * @description its name
             * @example Kelmoran Army
             */
            name: string;
            /**
             * Names Used
             * @description by which words it goes, in which outlet
             * @example [
             *       {
             *         "actor": "kelmora/army",
             *         "outlet": "Highland Dispatch",
             *         "slant": true,
             *         "text": "regime forces",
             *         "times": 4
             *       }
             *     ]
             */
            names_used: components["schemas"]["NameUsed"][];
            /**
             * Provisional
             * @description whether no registry knows it: a group by its name alone, whose id begins with new/
             * @default false
             * @example false
             */
            provisional: boolean;
            /**
             * Sector
             * @description PLOVER sector ("" not known)
             * @example MIL
             */
            sector: string;
            /**
             * @description the actor at the head of its side
             * @example {
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "side": "kelmora/government",
             *       "slant": false
             *     }
             */
            side: components["schemas"]["ActorShort"] | null;
            /**
             * Slant Names
             * @description names that only a foe or friend would use, by outlet
             * @example [
             *       {
             *         "actor": "kelmora/army",
             *         "outlet": "Highland Dispatch",
             *         "slant": true,
             *         "text": "regime forces",
             *         "times": 4
             *       }
             *     ]
             */
            slant_names: components["schemas"]["NameUsed"][];
            /**
             * Spoke
             * @description claims of which it is a source
             * @example 14
             */
            spoke: number;
            /**
             * Suffered
             * @description events that were done to it
             * @example 9
             */
            suffered: number;
            /**
             * Targeted
             * @description the newest events that were done to it
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            targeted: components["schemas"]["EventSummary"][];
            /**
             * Theatre
             * @description theatre pack that knows it ("" none)
             * @example kelmora
             */
            theatre: string;
            /**
             * Ties
             * @description its ties in the registry, either way, by their first day
             * @example [
             *       {
             *         "actor": "tarvonia/government",
             *         "kind": "backed_by",
             *         "name": "Government of Tarvonia",
             *         "source": "articles/0404-meridian-front-lines.html",
             *         "start": "2028-06-01"
             *       }
             *     ]
             */
            ties: components["schemas"]["TieShape"][];
            /**
             * Types
             * @description its events by type
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            types: components["schemas"]["Facet"][];
            /**
             * Words
             * @description what it said, newest first
             * @example [
             *       {
             *         "claim": "c5ace1eb1c31fb245",
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "events": [
             *           {
             *             "disputes": [
             *               "occurrence",
             *               "killed"
             *             ],
             *             "doubtful": false,
             *             "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *             "id": "ev_9dbe33d6e1303d2b",
             *             "status": "disputed",
             *             "type": "airstrike"
             *           }
             *         ],
             *         "relation": "denies",
             *         "sentence": "The army denied that its jets bombed Dorvane."
             *       }
             *     ]
             */
            words: components["schemas"]["Said"][];
        };
        /**
         * ActorShort
         * @description An actor as lists show it.
         */
        ActorShort: {
            /**
             * Id
             * @description its id in the registry; null when it is in none
             * @example kelmora/army
             */
            id: string | null;
            /**
             * Kind
             * @description what kind of party it is ("" not known)
             * @example army
             */
            kind: string;
            /**
             * Name
             * @description its name in the registry, else the words as written
             * @example Kelmoran Army
             */
            name: string;
            /**
             * Provisional
             * @description whether no registry knows it: a group by its name alone, whose id begins with new/
             * @default false
             * @example false
             */
            provisional: boolean;
            /**
             * Side
             * @description id of the actor at the head of its side
             * @example kelmora/government
             */
            side: string | null;
            /**
             * Slant
             * @description whether it was named as only a foe or friend would name it
             * @example false
             */
            slant: boolean;
        };
        /**
         * AidPage
         * @description Aid.
         */
        AidPage: {
            /**
             * Items
             * @description by day
             * @example [
             *       {
             *         "access": "blocked",
             *         "by": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "disputed": false,
             *         "doubtful": false,
             *         "event": "ev_9dbe33d6e1303d2b",
             *         "on": "2031-05-02",
             *         "people": {
             *           "best": 28,
             *           "claims": [
             *             "c5ace1eb1c31fb245"
             *           ],
             *           "cumulative": false,
             *           "high": 46,
             *           "kind": "killed",
             *           "low": 21,
             *           "rule": "latest of the most telling",
             *           "spread": [
             *             {
             *               "share": 0.5,
             *               "value": 28
             *             }
             *           ],
             *           "summed": [],
             *           "who": "",
             *           "who_name": ""
             *         },
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "to": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ]
             *       }
             *     ]
             */
            items: components["schemas"]["AidShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * AidShape
         * @description Aid that was delivered, blocked or asked for.
         */
        AidShape: {
            /**
             * @description what became of it
             * @example blocked
             */
            access: components["schemas"]["Access"];
            /**
             * By
             * @description who delivered or blocked it
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            by: components["schemas"]["ActorFull"][];
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Disputed
             * @description whether its tellers disagree
             * @example false
             */
            disputed: boolean;
            /**
             * Doubtful
             * @description no claim of the event was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Event
             * @description id of the event
             * @example ev_9dbe33d6e1303d2b
             */
            event: string;
            /**
             * On
             * @description the day
             * @example 2031-05-02
             */
            on: string | null;
            /**
             * @description how many people
             * @example {
             *       "best": 28,
             *       "claims": [
             *         "c5ace1eb1c31fb245"
             *       ],
             *       "cumulative": false,
             *       "high": 46,
             *       "kind": "killed",
             *       "low": 21,
             *       "rule": "latest of the most telling",
             *       "spread": [
             *         {
             *           "share": 0.5,
             *           "value": 28
             *         }
             *       ],
             *       "summed": [],
             *       "who": "",
             *       "who_name": ""
             *     }
             */
            people: components["schemas"]["EstimateShape"] | null;
            /**
             * @description where
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            place: components["schemas"]["PlaceShort"] | null;
            /**
             * To
             * @description to whom
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            to: components["schemas"]["ActorFull"][];
        };
        /**
         * Alias
         * @description A name of an actor in the registry.
         */
        Alias: {
            /**
             * End
             * @description last such day
             * @example null
             */
            end: string | null;
            /**
             * Person
             * @description whether it is somebody who spoke for the actor in that time
             * @example false
             */
            person: boolean;
            /**
             * Slant
             * @description whether only a foe or friend would use it
             * @example true
             */
            slant: boolean;
            /**
             * Start
             * @description first day on which it was in use
             * @example null
             */
            start: string | null;
            /**
             * Text
             * @description the name
             * @example Sarnholt regime
             */
            text: string;
        };
        /**
         * AnswerShape
         * @description A claim that a position rests on and that is evidence of another event: who denies the shelling by which a truce is
         *     said to have been broken.
         */
        AnswerShape: {
            /**
             * @description what its article copies; null for reporting of its own
             * @example {
             *       "document": "dc0deb53766cdf80c",
             *       "outlet": "Meridian Press",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            copy_of: components["schemas"]["CopyOf"] | null;
            /**
             * @description the article that it stands in
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * @description the event that it is evidence of; null where that is held back
             * @example {
             *       "agents": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "claims": 7,
             *       "denials": 1,
             *       "disputes": [
             *         "occurrence",
             *         "killed"
             *       ],
             *       "documents": 5,
             *       "doubtful": false,
             *       "first_day": "2031-04-14",
             *       "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *       "id": "ev_9dbe33d6e1303d2b",
             *       "killed": {
             *         "best": 28,
             *         "high": 46,
             *         "low": 21
             *       },
             *       "last_day": "2031-04-14",
             *       "mode": "",
             *       "place": {
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3
             *       },
             *       "status": "disputed",
             *       "targets": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "type": "airstrike",
             *       "witnesses": 3
             *     }
             */
            event: components["schemas"]["EventSummary"] | null;
            /**
             * Id
             * @description the claim's id
             * @example c5ace1eb1c31fb245
             */
            id: string;
            /**
             * Relation
             * @description how it bears on that other event
             * @example denies
             * @enum {string}
             */
            relation: "supports" | "denies" | "declines";
            /**
             * @description its sentence with the words lit
             * @example {
             *       "end": 353,
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "start": 310,
             *       "text": "Kelmoran jets bombed the market in Dorvane."
             *     }
             */
            sentence: components["schemas"]["Sentence"];
            /**
             * Source
             * @description who says so, for people
             * @example the Kelmoran army
             */
            source: string;
            /**
             * Source Kind
             * @description what kind of source that is
             * @example military
             */
            source_kind: string;
        };
        /**
         * Audit
         * @description What people did, newest first.
         */
        Audit: {
            /**
             * Items
             * @description entries
             * @example [
             *       {
             *         "at": "2031-05-02T09:00:00Z",
             *         "kind": "decision",
             *         "reason": "the second sentence says four",
             *         "ref": "de_0f1e2d3c4b5a6978",
             *         "seq": 271,
             *         "user": "olena",
             *         "what": "should_read killed of c1f2e3d4: 3..5"
             *       }
             *     ]
             */
            items: components["schemas"]["AuditEntry"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * AuditEntry
         * @description One entry of the ledger that a person made.
         */
        AuditEntry: {
            /**
             * At
             * Format: date-time
             * @description when
             * @example 2031-05-02T09:00:00Z
             */
            at: string;
            /**
             * Kind
             * @description what was done
             * @example decision
             * @enum {string}
             */
            kind: "decision" | "retraction" | "account";
            /**
             * Reason
             * @description why
             * @example the second sentence says four
             */
            reason: string;
            /**
             * Ref
             * @description id of the decision or change
             * @example de_0f1e2d3c4b5a6978
             */
            ref: string;
            /**
             * Seq
             * @description its number in the ledger
             * @example 271
             */
            seq: number;
            /**
             * User
             * @description who did it
             * @example olena
             */
            user: string;
            /**
             * What
             * @description in words
             * @example should_read killed of c1f2e3d4: 3..5
             */
            what: string;
        };
        /**
         * BinShape
         * @description One step of a series.
         */
        BinShape: {
            /**
             * Best
             * @description by the rule of the record, added up
             * @example 58
             */
            best: number;
            /**
             * Events
             * @description events in it that bear on the number
             * @example 3
             */
            events: number;
            /**
             * High
             * @description the highest that is claimed, added up; null when one is left open
             * @example 83
             */
            high: number | null;
            /**
             * Low
             * @description the lowest that is claimed, added up
             * @example 58
             */
            low: number;
            /**
             * Start
             * Format: date
             * @description first day of the step; a week begins on Monday
             * @example 2031-04-14
             */
            start: string;
        };
        /**
         * BondShape
         * @description The closest tie of a claim to a claim of the event.
         */
        BondShape: {
            /**
             * Claim
             * @description the claim
             * @example c5ace1eb1c31fb245
             */
            claim: string;
            /**
             * Excluded By
             * @description the rule that never lets these two be one event; "" none does
             * @example
             */
            excluded_by: string;
            /**
             * Odds
             * @description log-odds that these two tell of one event
             * @example 3.4
             */
            odds: number;
            /**
             * Other
             * @description the event's claim that it is closest to
             * @example c1f2e3d4
             */
            other: string;
            /**
             * Parts
             * @description the comparisons, weightiest first
             * @example [
             *       {
             *         "feature": "same_place",
             *         "reason": "both at Dorvane",
             *         "value": 1,
             *         "weight": 2.1
             *       }
             *     ]
             */
            parts: components["schemas"]["PartShape"][];
        };
        /**
         * Bounds
         * @description A sentence's place in the text.
         */
        Bounds: {
            /**
             * End
             * @description where it ends, exclusive
             * @example 353
             */
            end: number;
            /**
             * Start
             * @description where it begins
             * @example 310
             */
            start: number;
        };
        /**
         * CarriedList
         * @description Which values points carry, one after the other; ``steps`` holds ``counts[0]`` numbers of the first value, and so on.
         *
         *     A value's first number is the place of a point in the columns, from 0; each further one is how many places later the
         *     next such point comes.
         */
        CarriedList: {
            /**
             * Counts
             * @description how many points carry each
             * @example [
             *       2
             *     ]
             */
            counts: number[];
            /**
             * Labels
             * @description their names for people
             * @example [
             *       "Kelmoran Army"
             *     ]
             */
            labels: string[];
            /**
             * Steps
             * @description which points those are
             * @example [
             *       0,
             *       3
             *     ]
             */
            steps: number[];
            /**
             * Values
             * @description hand one to the filter of the same name
             * @example [
             *       "kelmora/army"
             *     ]
             */
            values: string[];
        };
        /**
         * Carrier
         * @description A report that carries what somebody says.
         */
        Carrier: {
            /**
             * Copy Of
             * @description id of the document that it copies this from; null: it has it itself
             * @example null
             */
            copy_of: string | null;
            /**
             * Document
             * @description the document's id
             * @example d075b2ecd56446bd3
             */
            document: string;
            /**
             * Outlet
             * @description who publishes it, else its own address
             * @example Norrin Voice
             */
            outlet: string;
        };
        /**
         * Change
         * @description One entry of the ledger.
         */
        Change: {
            /**
             * Digest
             * @description SHA-256 that seals it and all before it
             * @example c409c8077b2988de…
             */
            digest: string;
            /**
             * Kind
             * @description document, reading, claim, decision, retraction or tombstone
             * @example claim
             */
            kind: string;
            /**
             * Ref
             * @description id of the thing; a reading's is its document's
             * @example c5ace1eb1c31fb245
             */
            ref: string;
            /**
             * Seq
             * @description its number
             * @example 118
             */
            seq: number;
        };
        /**
         * Changes
         * @description Entries after one, oldest first.
         */
        Changes: {
            /**
             * Items
             * @description the entries
             * @example [
             *       {
             *         "digest": "c409c8077b2988de…",
             *         "kind": "claim",
             *         "ref": "c5ace1eb1c31fb245",
             *         "seq": 118
             *       }
             *     ]
             */
            items: components["schemas"]["Change"][];
            /**
             * Last
             * @description number of the last entry shown: ask again after it later
             * @example 118
             */
            last: number;
            /**
             * Next
             * @description hand this back as ?after= for the rest; null when there is none now
             * @example 118
             */
            next: string | null;
            /**
             * Total
             * @description how many there are after the one named
             * @example 146
             */
            total: number;
        };
        /**
         * ClaimEvent
         * @description An event that a claim bears on.
         */
        ClaimEvent: {
            /**
             * Disputes
             * @description what is in dispute
             * @example [
             *       "occurrence",
             *       "killed"
             *     ]
             */
            disputes: string[];
            /**
             * Doubtful
             * @description none of its claims was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Gist
             * @description one line made of its fields
             * @example airstrike by Kelmoran Army at Dorvane, 2031-04-14
             */
            gist: string;
            /**
             * Id
             * @description the event's id
             * @example ev_9dbe33d6e1303d2b
             */
            id: string;
            /**
             * Status
             * @description what the record says of it
             * @example disputed
             */
            status: string;
            /**
             * Type
             * @description event type of the claims codebook
             * @example airstrike
             */
            type: string;
        };
        /**
         * ClaimFull
         * @description One claim by itself.
         */
        ClaimFull: {
            /**
             * @description the claim, with offsets into its article
             * @example {
             *       "confidence": 0.93,
             *       "counts": [
             *         {
             *           "cumulative": false,
             *           "kind": "killed",
             *           "max": 28,
             *           "min": 28,
             *           "who": "civilians",
             *           "words": "28"
             *         }
             *       ],
             *       "end": 353,
             *       "events": [
             *         {
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "doubtful": false,
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "status": "disputed",
             *           "type": "airstrike"
             *         }
             *       ],
             *       "id": "c5ace1eb1c31fb245",
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "mode": "",
             *       "place": {
             *         "admin1": "Highland",
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "kind": "town",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3,
             *         "text": "the outskirts of Dorvane",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         },
             *         "within": [
             *           "pack:kelmora/highland"
             *         ]
             *       },
             *       "reader": "vigil-reader-en-3",
             *       "s": 3,
             *       "source": "rescuers",
             *       "source_kind": "rescuer",
             *       "sources": [
             *         {
             *           "name": "Dorvane Rescue",
             *           "text": "rescuers"
             *         }
             *       ],
             *       "stance": "asserts",
             *       "start": 310,
             *       "status": "actual",
             *       "type": "airstrike",
             *       "when": {
             *         "approximate": false,
             *         "end": "2031-04-15T00:00:00Z",
             *         "first_day": "2031-04-14",
             *         "last_day": "2031-04-14",
             *         "precision": "day",
             *         "start": "2031-04-14T00:00:00Z"
             *       }
             *     }
             */
            claim: components["schemas"]["DocumentClaim"];
            /**
             * @description the article
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * Events
             * @description the events that it bears on
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            events: components["schemas"]["EventSummary"][];
            /**
             * @description its sentence with the words lit
             * @example {
             *       "end": 353,
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "start": 310,
             *       "text": "Kelmoran jets bombed the market in Dorvane."
             *     }
             */
            sentence: components["schemas"]["Sentence"];
        };
        /**
         * ClaimPage
         * @description Some claims.
         */
        ClaimPage: {
            /**
             * Items
             * @description the claims of this page
             * @example [
             *       {
             *         "claim": {
             *           "confidence": 0.93,
             *           "counts": [
             *             {
             *               "cumulative": false,
             *               "kind": "killed",
             *               "max": 28,
             *               "min": 28,
             *               "who": "civilians",
             *               "words": "28"
             *             }
             *           ],
             *           "end": 353,
             *           "events": [
             *             {
             *               "disputes": [
             *                 "occurrence",
             *                 "killed"
             *               ],
             *               "doubtful": false,
             *               "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *               "id": "ev_9dbe33d6e1303d2b",
             *               "status": "disputed",
             *               "type": "airstrike"
             *             }
             *           ],
             *           "id": "c5ace1eb1c31fb245",
             *           "marks": [
             *             {
             *               "actor": {
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "side": "kelmora/government",
             *                 "slant": false
             *               },
             *               "end": 32,
             *               "means": "",
             *               "place": {
             *                 "country": "XKM",
             *                 "id": "pack:kelmora/dorvane",
             *                 "lat": -27.96,
             *                 "lon": -20.47,
             *                 "name": "Dorvane",
             *                 "precision": "exact",
             *                 "radius_km": 3
             *               },
             *               "role": "trigger",
             *               "start": 24,
             *               "text": "shelled"
             *             }
             *           ],
             *           "mode": "",
             *           "place": {
             *             "admin1": "Highland",
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "kind": "town",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3,
             *             "text": "the outskirts of Dorvane",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             },
             *             "within": [
             *               "pack:kelmora/highland"
             *             ]
             *           },
             *           "reader": "vigil-reader-en-3",
             *           "s": 3,
             *           "source": "rescuers",
             *           "source_kind": "rescuer",
             *           "sources": [
             *             {
             *               "name": "Dorvane Rescue",
             *               "text": "rescuers"
             *             }
             *           ],
             *           "stance": "asserts",
             *           "start": 310,
             *           "status": "actual",
             *           "type": "airstrike",
             *           "when": {
             *             "approximate": false,
             *             "end": "2031-04-15T00:00:00Z",
             *             "first_day": "2031-04-14",
             *             "last_day": "2031-04-14",
             *             "precision": "day",
             *             "start": "2031-04-14T00:00:00Z"
             *           }
             *         },
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "sentence": {
             *           "end": 353,
             *           "marks": [
             *             {
             *               "actor": {
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "side": "kelmora/government",
             *                 "slant": false
             *               },
             *               "end": 32,
             *               "means": "",
             *               "place": {
             *                 "country": "XKM",
             *                 "id": "pack:kelmora/dorvane",
             *                 "lat": -27.96,
             *                 "lon": -20.47,
             *                 "name": "Dorvane",
             *                 "precision": "exact",
             *                 "radius_km": 3
             *               },
             *               "role": "trigger",
             *               "start": 24,
             *               "text": "shelled"
             *             }
             *           ],
             *           "start": 310,
             *           "text": "Kelmoran jets bombed the market in Dorvane."
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["ClaimRow"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * ClaimRow
         * @description A claim in a list.
         */
        ClaimRow: {
            /**
             * @description the claim, with offsets into its article
             * @example {
             *       "confidence": 0.93,
             *       "counts": [
             *         {
             *           "cumulative": false,
             *           "kind": "killed",
             *           "max": 28,
             *           "min": 28,
             *           "who": "civilians",
             *           "words": "28"
             *         }
             *       ],
             *       "end": 353,
             *       "events": [
             *         {
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "doubtful": false,
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "status": "disputed",
             *           "type": "airstrike"
             *         }
             *       ],
             *       "id": "c5ace1eb1c31fb245",
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "mode": "",
             *       "place": {
             *         "admin1": "Highland",
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "kind": "town",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3,
             *         "text": "the outskirts of Dorvane",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         },
             *         "within": [
             *           "pack:kelmora/highland"
             *         ]
             *       },
             *       "reader": "vigil-reader-en-3",
             *       "s": 3,
             *       "source": "rescuers",
             *       "source_kind": "rescuer",
             *       "sources": [
             *         {
             *           "name": "Dorvane Rescue",
             *           "text": "rescuers"
             *         }
             *       ],
             *       "stance": "asserts",
             *       "start": 310,
             *       "status": "actual",
             *       "type": "airstrike",
             *       "when": {
             *         "approximate": false,
             *         "end": "2031-04-15T00:00:00Z",
             *         "first_day": "2031-04-14",
             *         "last_day": "2031-04-14",
             *         "precision": "day",
             *         "start": "2031-04-14T00:00:00Z"
             *       }
             *     }
             */
            claim: components["schemas"]["DocumentClaim"];
            /**
             * @description the article
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * @description its sentence with the words lit
             * @example {
             *       "end": 353,
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "start": 310,
             *       "text": "Kelmoran jets bombed the market in Dorvane."
             *     }
             */
            sentence: components["schemas"]["Sentence"];
        };
        /**
         * Coded
         * @description A column of few different words.
         */
        Coded: {
            /**
             * Codes
             * @description each event's place in words
             * @example [
             *       0
             *     ]
             */
            codes: number[];
            /**
             * Words
             * @description the words; others than those of the chosen events may be among them
             * @example [
             *       "airstrike"
             *     ]
             */
            words: string[];
        };
        /**
         * Contradiction
         * @description A matter on which an outlet's claims and others' cannot all hold.
         */
        Contradiction: {
            /**
             * @description the event
             * @example {
             *       "agents": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "claims": 7,
             *       "denials": 1,
             *       "disputes": [
             *         "occurrence",
             *         "killed"
             *       ],
             *       "documents": 5,
             *       "doubtful": false,
             *       "first_day": "2031-04-14",
             *       "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *       "id": "ev_9dbe33d6e1303d2b",
             *       "killed": {
             *         "best": 28,
             *         "high": 46,
             *         "low": 21
             *       },
             *       "last_day": "2031-04-14",
             *       "mode": "",
             *       "place": {
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3
             *       },
             *       "status": "disputed",
             *       "targets": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "type": "airstrike",
             *       "witnesses": 3
             *     }
             */
            event: components["schemas"]["EventSummary"];
            /**
             * Others
             * @description what others' claims hold
             * @example [
             *       "28"
             *     ]
             */
            others: string[];
            /**
             * Says
             * @description what its claims hold
             * @example [
             *       "12"
             *     ]
             */
            says: string[];
            /**
             * What
             * @description what is in dispute
             * @example killed
             */
            what: string;
        };
        /**
         * ControlOnDay
         * @description Who holds what on one day, as it was known on another.
         */
        ControlOnDay: {
            /**
             * Day
             * Format: date
             * @description the day
             * @example 2031-05-01
             */
            day: string;
            /**
             * Items
             * @description each place that the record follows
             * @example [
             *       {
             *         "on": {
             *           "doubtful": false,
             *           "events": [
             *             "ev_9dbe33d6e1303d2b"
             *           ],
             *           "hold": "contested",
             *           "holders": [
             *             {
             *               "country": "XKM",
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "sector": "MIL",
             *               "side": "kelmora/government",
             *               "slant": false,
             *               "text": "Kelmoran troops",
             *               "why": {
             *                 "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *                 "value": 0.81
             *               }
             *             }
             *           ],
             *           "reason": "both sides claim it",
             *           "start": "2031-04-14"
             *         },
             *         "place": {
             *           "admin1": "Highland",
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "kind": "town",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3,
             *           "text": "the outskirts of Dorvane",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           },
             *           "within": [
             *             "pack:kelmora/highland"
             *           ]
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["PlaceHeld"][];
            /**
             * Known
             * @description by documents published until this day; null: by all
             * @example null
             */
            known: string | null;
            /**
             * Total
             * @description how many places
             * @example 7
             */
            total: number;
            /**
             * Undated
             * @description documents without a date, left out of what was known then
             * @example 0
             */
            undated: number;
        };
        /**
         * ControlTimeline
         * @description The timeline of one place.
         */
        ControlTimeline: {
            /**
             * @description the place
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            place: components["schemas"]["PlaceFull"];
            /**
             * Stretches
             * @description one after the other, oldest first
             * @example [
             *       {
             *         "doubtful": false,
             *         "events": [
             *           "ev_9dbe33d6e1303d2b"
             *         ],
             *         "hold": "contested",
             *         "holders": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "reason": "both sides claim it",
             *         "start": "2031-04-14"
             *       }
             *     ]
             */
            stretches: components["schemas"]["StretchShape"][];
        };
        /**
         * CopyOf
         * @description The document that a telling copies, and why that is held.
         */
        CopyOf: {
            /**
             * Document
             * @description id of the document that it copies
             * @example dc0deb53766cdf80c
             */
            document: string;
            /**
             * Outlet
             * @description who published that one
             * @example Meridian Press
             */
            outlet: string;
            /**
             * @description how sure that is, and why
             * @example {
             *       "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *       "value": 0.81
             *     }
             */
            why: components["schemas"]["Why"] | null;
        };
        /**
         * Correction
         * @description A report that took the place of an earlier version of itself.
         */
        Correction: {
            /**
             * At
             * @description when it was changed, as it says itself, else fetched
             * @example 2031-05-01T10:30:00Z
             */
            at: string | null;
            /**
             * Document
             * @description id of the last version, from which events are made
             * @example d0faf863a0cb6b647
             */
            document: string;
            /**
             * Earlier
             * @description id of the earlier version
             * @example da84402b0c82bf604
             */
            earlier: string;
            /**
             * Figures
             * @description numbers that were changed; empty: other words only
             * @example [
             *       {
             *         "kind": "killed",
             *         "now": [
             *           {
             *             "max": 5,
             *             "min": 5
             *           }
             *         ],
             *         "was": [
             *           {
             *             "max": 7,
             *             "min": 7
             *           }
             *         ]
             *       }
             *     ]
             */
            figures: components["schemas"]["FigureChange"][];
            /**
             * Outlet
             * @description who publishes it
             * @example Open Strait
             */
            outlet: string;
        };
        /**
         * Counts
         * @description How much there is of what.
         */
        Counts: {
            /**
             * Articles
             * @description articles
             * @example 39
             */
            articles: number;
            /**
             * Claims
             * @description claims
             * @example 186
             */
            claims: number;
            /**
             * Controls
             * @description places whose holder is followed
             * @example 7
             */
            controls: number;
            /**
             * Decisions
             * @description people's decisions
             * @example 0
             */
            decisions: number;
            /**
             * Disputed Events
             * @description events in dispute
             * @example 12
             */
            disputed_events: number;
            /**
             * Documents
             * @description documents, all versions
             * @example 39
             */
            documents: number;
            /**
             * Events
             * @description events
             * @example 82
             */
            events: number;
            /**
             * Issues
             * @description things set aside or worth knowing
             * @example 4
             */
            issues: number;
            /**
             * Ledger
             * @description entries of the ledger
             * @example 264
             */
            ledger: number;
            /**
             * Sightings
             * @description other addresses of the same bytes
             * @example 1
             */
            sightings: number;
        };
        /**
         * CountShape
         * @description A number of people or things as one claim gives it.
         */
        CountShape: {
            /**
             * Cumulative
             * @description whether it is a running toll and not this event's own
             * @example false
             */
            cumulative: boolean;
            /**
             * Kind
             * @description what is counted
             * @example killed
             */
            kind: string;
            /**
             * Max
             * @description at most; null when open
             * @example 28
             */
            max: number | null;
            /**
             * Min
             * @description at least; null when open
             * @example 28
             */
            min: number | null;
            /**
             * Who
             * @description whom or what they count ("" not told)
             * @example civilians
             */
            who: string;
            /**
             * Words
             * @description the number words ("" when they are left out)
             * @example 28
             */
            words: string;
        };
        /**
         * DayCount
         * @description How many of the chosen events begin on a day.
         */
        DayCount: {
            /**
             * Day
             * Format: date
             * @description the first day on which they may have happened
             * @example 2031-04-14
             */
            day: string;
            /**
             * Events
             * @description how many events
             * @example 4
             */
            events: number;
        };
        /**
         * DecisionList
         * @description Decisions, newest first.
         */
        DecisionList: {
            /**
             * Items
             * @description rows
             * @example [
             *       {
             *         "action": "do_00112233",
             *         "claims": [
             *           "c1f2e3d4"
             *         ],
             *         "created_at": "2031-05-02T09:00:00Z",
             *         "deleted_at": "2031-05-02T09:05:00Z",
             *         "event": "ev_68b511e8",
             *         "field": "killed",
             *         "id": "de_0f1e2d3c4b5a6978",
             *         "judgement": "should_read",
             *         "reason": "the second sentence says four",
             *         "user": "olena",
             *         "value": "3..5"
             *       }
             *     ]
             */
            items: components["schemas"]["DecisionShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * DecisionShape
         * @description One row.
         */
        DecisionShape: {
            /**
             * Action
             * @description rows with one action were made together and are taken back together; "" alone
             * @example do_00112233
             */
            action: string;
            /**
             * Claims
             * @description the claim, or the two claims, that it is about
             * @example [
             *       "c1f2e3d4"
             *     ]
             */
            claims: string[];
            /**
             * Created At
             * Format: date-time
             * @description when
             * @example 2031-05-02T09:00:00Z
             */
            created_at: string;
            /**
             * Deleted At
             * @description when it was taken back
             * @example 2031-05-02T09:05:00Z
             */
            deleted_at: string | null;
            /**
             * Event
             * @description the event that was looked at, by its id then; "" none
             * @example ev_68b511e8
             */
            event: string;
            /**
             * Field
             * @description the field, for should_read
             * @example killed
             */
            field: string;
            /**
             * Id
             * @description by which it is taken back
             * @example de_0f1e2d3c4b5a6978
             */
            id: string;
            /**
             * Judgement
             * @description what it says
             * @example should_read
             */
            judgement: string;
            /**
             * Reason
             * @description why
             * @example the second sentence says four
             */
            reason: string;
            /**
             * User
             * @description who decided
             * @example olena
             */
            user: string;
            /**
             * Value
             * @description how it should read, as a person would write it
             * @example 3..5
             */
            value: string;
        };
        /**
         * DecisionsMade
         * @description What was written, and what became of it.
         */
        DecisionsMade: {
            /**
             * Events
             * @description ids of the events that hold the claims now
             * @example [
             *       "ev_68b511e8"
             *     ]
             */
            events: string[];
            /**
             * Items
             * @description the rows, written or taken back
             * @example [
             *       {
             *         "action": "do_00112233",
             *         "claims": [
             *           "c1f2e3d4"
             *         ],
             *         "created_at": "2031-05-02T09:00:00Z",
             *         "deleted_at": "2031-05-02T09:05:00Z",
             *         "event": "ev_68b511e8",
             *         "field": "killed",
             *         "id": "de_0f1e2d3c4b5a6978",
             *         "judgement": "should_read",
             *         "reason": "the second sentence says four",
             *         "user": "olena",
             *         "value": "3..5"
             *       }
             *     ]
             */
            items: components["schemas"]["DecisionShape"][];
            /**
             * Refreshed
             * @description whether events have been made anew already; else they will be soon
             * @example true
             */
            refreshed: boolean;
        };
        /**
         * DisplacementPage
         * @description Displacements.
         */
        DisplacementPage: {
            /**
             * Items
             * @description by day
             * @example [
             *       {
             *         "cause": [
             *           "ev_9dbe33d6e1303d2b"
             *         ],
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "destination": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "disputed": false,
             *         "doubtful": false,
             *         "driven_by": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "event": "ev_9dbe33d6e1303d2b",
             *         "kind": "flow",
             *         "origin": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "people": {
             *           "best": 28,
             *           "claims": [
             *             "c5ace1eb1c31fb245"
             *           ],
             *           "cumulative": false,
             *           "high": 46,
             *           "kind": "killed",
             *           "low": 21,
             *           "rule": "latest of the most telling",
             *           "spread": [
             *             {
             *               "share": 0.5,
             *               "value": 28
             *             }
             *           ],
             *           "summed": [],
             *           "who": "",
             *           "who_name": ""
             *         },
             *         "when": {
             *           "approximate": false,
             *           "end": "2031-04-15T00:00:00Z",
             *           "first_day": "2031-04-14",
             *           "last_day": "2031-04-14",
             *           "precision": "day",
             *           "start": "2031-04-14T00:00:00Z"
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["DisplacementShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * DisplacementShape
         * @description People who fled, were expelled, returned or are sheltering, as one event tells it.
         */
        DisplacementShape: {
            /**
             * As Of
             * @description for a stock, the day on which it was so
             * @example null
             */
            as_of: string | null;
            /**
             * Cause
             * @description ids of events that it is told to come from
             * @example [
             *       "ev_9dbe33d6e1303d2b"
             *     ]
             */
            cause: string[];
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * @description to where
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            destination: components["schemas"]["PlaceShort"] | null;
            /**
             * Disputed
             * @description whether its tellers disagree
             * @example false
             */
            disputed: boolean;
            /**
             * Doubtful
             * @description no claim of the event was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Driven By
             * @description who drove them out
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            driven_by: components["schemas"]["ActorFull"][];
            /**
             * Event
             * @description id of the event
             * @example ev_9dbe33d6e1303d2b
             */
            event: string;
            /**
             * @description flow: moved within a time; stock: are away at a time; never added up
             * @example flow
             */
            kind: components["schemas"]["FlowKind"];
            /**
             * @description from where
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            origin: components["schemas"]["PlaceShort"] | null;
            /**
             * @description how many, over all tellers
             * @example {
             *       "best": 28,
             *       "claims": [
             *         "c5ace1eb1c31fb245"
             *       ],
             *       "cumulative": false,
             *       "high": 46,
             *       "kind": "killed",
             *       "low": 21,
             *       "rule": "latest of the most telling",
             *       "spread": [
             *         {
             *           "share": 0.5,
             *           "value": 28
             *         }
             *       ],
             *       "summed": [],
             *       "who": "",
             *       "who_name": ""
             *     }
             */
            people: components["schemas"]["EstimateShape"] | null;
            /**
             * @description when
             * @example {
             *       "approximate": false,
             *       "end": "2031-04-15T00:00:00Z",
             *       "first_day": "2031-04-14",
             *       "last_day": "2031-04-14",
             *       "precision": "day",
             *       "start": "2031-04-14T00:00:00Z"
             *     }
             */
            when: components["schemas"]["When"] | null;
        };
        /**
         * Disprove
         * @description An event did not happen.
         */
        Disprove: {
            /**
             * @description disprove (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "disprove";
            /**
             * Event
             * @description the event
             * @example ev_68b511e8
             */
            event: string;
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
        };
        /**
         * DisputedEvent
         * @description An event with its disputes, positions side by side.
         */
        DisputedEvent: {
            /**
             * Disputes
             * @description what cannot all be true
             * @example [
             *       {
             *         "positions": [
             *           {
             *             "by": [
             *               "Dorvane Rescue"
             *             ],
             *             "claims": [
             *               "c5ace1eb1c31fb245"
             *             ],
             *             "since": "2031-04-15",
             *             "value": "28"
             *           }
             *         ],
             *         "what": "killed"
             *       }
             *     ]
             */
            disputes: components["schemas"]["DisputeShape"][];
            /**
             * @description the event
             * @example {
             *       "agents": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "claims": 7,
             *       "denials": 1,
             *       "disputes": [
             *         "occurrence",
             *         "killed"
             *       ],
             *       "documents": 5,
             *       "doubtful": false,
             *       "first_day": "2031-04-14",
             *       "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *       "id": "ev_9dbe33d6e1303d2b",
             *       "killed": {
             *         "best": 28,
             *         "high": 46,
             *         "low": 21
             *       },
             *       "last_day": "2031-04-14",
             *       "mode": "",
             *       "place": {
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3
             *       },
             *       "status": "disputed",
             *       "targets": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "type": "airstrike",
             *       "witnesses": 3
             *     }
             */
            event: components["schemas"]["EventSummary"];
        };
        /**
         * DisputePage
         * @description Some disputed events.
         */
        DisputePage: {
            /**
             * Items
             * @description the disputed events of this page
             * @example [
             *       {
             *         "disputes": [
             *           {
             *             "positions": [
             *               {
             *                 "by": [
             *                   "Dorvane Rescue"
             *                 ],
             *                 "claims": [
             *                   "c5ace1eb1c31fb245"
             *                 ],
             *                 "since": "2031-04-15",
             *                 "value": "28"
             *               }
             *             ],
             *             "what": "killed"
             *           }
             *         ],
             *         "event": {
             *           "agents": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "claims": 7,
             *           "denials": 1,
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "documents": 5,
             *           "doubtful": false,
             *           "first_day": "2031-04-14",
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "killed": {
             *             "best": 28,
             *             "high": 46,
             *             "low": 21
             *           },
             *           "last_day": "2031-04-14",
             *           "mode": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "status": "disputed",
             *           "targets": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "type": "airstrike",
             *           "witnesses": 3
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["DisputedEvent"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * DisputeShape
         * @description Positions that cannot all hold.
         */
        DisputeShape: {
            /**
             * Positions
             * @description side by side
             * @example [
             *       {
             *         "by": [
             *           "Dorvane Rescue"
             *         ],
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "since": "2031-04-15",
             *         "value": "28"
             *       }
             *     ]
             */
            positions: components["schemas"]["PositionShape"][];
            /**
             * What
             * @description occurrence, perpetrator, place, killed, ...
             * @example killed
             */
            what: string;
        };
        /**
         * DocumentClaim
         * @description A claim in its article; offsets from the beginning of the article's text.
         */
        DocumentClaim: {
            /**
             * Confidence
             * @description the reader's confidence, between 0 and 1
             * @example 0.93
             */
            confidence: number;
            /**
             * Counts
             * @description numbers
             * @example [
             *       {
             *         "cumulative": false,
             *         "kind": "killed",
             *         "max": 28,
             *         "min": 28,
             *         "who": "civilians",
             *         "words": "28"
             *       }
             *     ]
             */
            counts: components["schemas"]["CountShape"][];
            /**
             * End
             * @description where it ends, exclusive
             * @example 353
             */
            end: number;
            /**
             * Events
             * @description the events that it bears on
             * @example [
             *       {
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "doubtful": false,
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "status": "disputed",
             *         "type": "airstrike"
             *       }
             *     ]
             */
            events: components["schemas"]["ClaimEvent"][];
            /**
             * Id
             * @description the claim's id
             * @example c5ace1eb1c31fb245
             */
            id: string;
            /**
             * Marks
             * @description the words that it was read from, with offsets into the text
             * @example [
             *       {
             *         "actor": {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         },
             *         "end": 32,
             *         "means": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "role": "trigger",
             *         "start": 24,
             *         "text": "shelled"
             *       }
             *     ]
             */
            marks: components["schemas"]["Mark"][];
            /**
             * Mode
             * @description mode of the type ("" if none)
             * @example
             */
            mode: string;
            /**
             * @description where
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            place: components["schemas"]["PlaceFull"] | null;
            /**
             * Reader
             * @description name and version of the reader
             * @example vigil-reader-en-3
             */
            reader: string;
            /**
             * S
             * @description number of its sentence, from 0
             * @example 3
             */
            s: number;
            /**
             * Source
             * @description the same for people
             * @example rescuers
             */
            source: string;
            /**
             * Source Kind
             * @description what kind of source that is
             * @example rescuer
             */
            source_kind: string;
            /**
             * Sources
             * @description who says so, innermost first; empty: the article itself
             * @example [
             *       {
             *         "name": "Dorvane Rescue",
             *         "text": "rescuers"
             *       }
             *     ]
             */
            sources: components["schemas"]["Source"][];
            /**
             * @description what the source does with the event
             * @example asserts
             */
            stance: components["schemas"]["Stance"];
            /**
             * Start
             * @description where its sentence begins in the text
             * @example 310
             */
            start: number;
            /**
             * @description what the event is said to be
             * @example actual
             */
            status: components["schemas"]["Status"];
            /**
             * Type
             * @description event type
             * @example airstrike
             */
            type: string;
            /**
             * @description when
             * @example {
             *       "approximate": false,
             *       "end": "2031-04-15T00:00:00Z",
             *       "first_day": "2031-04-14",
             *       "last_day": "2031-04-14",
             *       "precision": "day",
             *       "start": "2031-04-14T00:00:00Z"
             *     }
             */
            when: components["schemas"]["When"] | null;
        };
        /**
         * DocumentFull
         * @description An article with its text, what is no story in it, and every claim that was read in it.
         */
        DocumentFull: {
            /**
             * Addresses
             * @description other addresses at which the same bytes were found
             * @example []
             */
            addresses: string[];
            /**
             * Agency
             * @description agency credited for the copy ("" none)
             * @example
             */
            agency: string;
            /**
             * Byline
             * @description who wrote it ("" not told)
             * @example
             */
            byline: string;
            /**
             * Claims
             * @description what was read in it, in text order
             * @example [
             *       {
             *         "confidence": 0.93,
             *         "counts": [
             *           {
             *             "cumulative": false,
             *             "kind": "killed",
             *             "max": 28,
             *             "min": 28,
             *             "who": "civilians",
             *             "words": "28"
             *           }
             *         ],
             *         "end": 353,
             *         "events": [
             *           {
             *             "disputes": [
             *               "occurrence",
             *               "killed"
             *             ],
             *             "doubtful": false,
             *             "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *             "id": "ev_9dbe33d6e1303d2b",
             *             "status": "disputed",
             *             "type": "airstrike"
             *           }
             *         ],
             *         "id": "c5ace1eb1c31fb245",
             *         "marks": [
             *           {
             *             "actor": {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             },
             *             "end": 32,
             *             "means": "",
             *             "place": {
             *               "country": "XKM",
             *               "id": "pack:kelmora/dorvane",
             *               "lat": -27.96,
             *               "lon": -20.47,
             *               "name": "Dorvane",
             *               "precision": "exact",
             *               "radius_km": 3
             *             },
             *             "role": "trigger",
             *             "start": 24,
             *             "text": "shelled"
             *           }
             *         ],
             *         "mode": "",
             *         "place": {
             *           "admin1": "Highland",
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "kind": "town",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3,
             *           "text": "the outskirts of Dorvane",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           },
             *           "within": [
             *             "pack:kelmora/highland"
             *           ]
             *         },
             *         "reader": "vigil-reader-en-3",
             *         "s": 3,
             *         "source": "rescuers",
             *         "source_kind": "rescuer",
             *         "sources": [
             *           {
             *             "name": "Dorvane Rescue",
             *             "text": "rescuers"
             *           }
             *         ],
             *         "stance": "asserts",
             *         "start": 310,
             *         "status": "actual",
             *         "type": "airstrike",
             *         "when": {
             *           "approximate": false,
             *           "end": "2031-04-15T00:00:00Z",
             *           "first_day": "2031-04-14",
             *           "last_day": "2031-04-14",
             *           "precision": "day",
             *           "start": "2031-04-14T00:00:00Z"
             *         }
             *       }
             *     ]
             */
            claims: components["schemas"]["DocumentClaim"][];
            /**
             * Copies
             * @description the documents that copy it
             * @example [
             *       {
             *         "agency": "",
             *         "byline": "",
             *         "id": "d075b2ecd56446bd3",
             *         "language": "en",
             *         "outlet": "Norrin Voice",
             *         "published": "2031-04-15T08:30:00Z",
             *         "published_precision": "second",
             *         "title": "Market hit in Dorvane",
             *         "url": "https://example.org/dorvane"
             *       }
             *     ]
             */
            copies: components["schemas"]["DocumentShort"][];
            /**
             * @description what it copies; null for reporting of its own
             * @example {
             *       "document": "dc0deb53766cdf80c",
             *       "outlet": "Meridian Press",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            copy_of: components["schemas"]["CopyOf"] | null;
            /**
             * Corrections
             * @description earlier versions that the last one replaced; of a version that was replaced, only itself
             * @example [
             *       {
             *         "at": "2031-05-01T10:30:00Z",
             *         "document": "d0faf863a0cb6b647",
             *         "earlier": "da84402b0c82bf604",
             *         "figures": [
             *           {
             *             "kind": "killed",
             *             "now": [
             *               {
             *                 "max": 5,
             *                 "min": 5
             *               }
             *             ],
             *             "was": [
             *               {
             *                 "max": 7,
             *                 "min": 7
             *               }
             *             ]
             *           }
             *         ],
             *         "outlet": "Open Strait"
             *       }
             *     ]
             */
            corrections: components["schemas"]["Correction"][];
            /**
             * Dateline
             * @description place words of the dateline ("" none)
             * @example DORVANE
             */
            dateline: string;
            /**
             * Digest
             * @description SHA-256 of its bytes, under which the archive keeps them
             * @example 2c1e…
             */
            digest: string;
            /**
             * Fetched
             * @description when it was fetched
             * @example 2031-04-15T09:00:00Z
             */
            fetched: string | null;
            /**
             * Id
             * @description the document's id
             * @example d075b2ecd56446bd3
             */
            id: string;
            /**
             * Key
             * @description its lasting address
             * @example file:norrin-voice-3.html
             */
            key: string;
            /**
             * Language
             * @description ISO 639-1 ("" not known)
             * @example en
             */
            language: string;
            /**
             * Machine Translated
             * @description whether it is a machine translation
             * @example false
             */
            machine_translated: boolean;
            /**
             * Media Type
             * @description what its bytes are
             * @example text/html
             */
            media_type: string;
            /**
             * Modified
             * @description when it was changed, as it says itself
             * @example null
             */
            modified: string | null;
            /**
             * Outlet
             * @description who publishes it ("" not known)
             * @example Norrin Voice
             */
            outlet: string;
            /**
             * Published
             * @description when, as it says itself
             * @example 2031-04-15T08:30:00Z
             */
            published: string | null;
            /**
             * Published Precision
             * @description second, day or unknown
             * @example second
             */
            published_precision: string;
            /**
             * Sentences
             * @description its sentences
             * @example [
             *       {
             *         "end": 353,
             *         "start": 310
             *       }
             *     ]
             */
            sentences: components["schemas"]["Bounds"][];
            /**
             * State
             * @description what became of it: "read", "off topic", "unread language xx"
             * @example read
             */
            state: string;
            /**
             * Text
             * @description its text; data, not HTML
             * @example Kelmoran jets bombed the market in Dorvane.
             */
            text: string;
            /**
             * Theatre
             * @description theatre pack that it was read with ("" none named)
             * @example
             */
            theatre: string;
            /**
             * Title
             * @description its title ("" none)
             * @example Market hit in Dorvane
             */
            title: string;
            /**
             * Url
             * @description its address, for a link ("" none); it is only ever text
             * @example https://example.org/dorvane
             */
            url: string;
            /**
             * Versions
             * @description all versions of the article, oldest first
             * @example [
             *       {
             *         "digest": "2c1e…",
             *         "fetched": "2031-04-15T09:00:00Z",
             *         "id": "d075b2ecd56446bd3",
             *         "last": true,
             *         "published": "2031-04-15T08:30:00Z"
             *       }
             *     ]
             */
            versions: components["schemas"]["Version"][];
            /**
             * Zones
             * @description captions, share bars and the like: shown, not read
             * @example [
             *       {
             *         "end": 24,
             *         "kind": "caption",
             *         "start": 0
             *       }
             *     ]
             */
            zones: components["schemas"]["ZoneShape"][];
        };
        /**
         * DocumentPage
         * @description Some articles.
         */
        DocumentPage: {
            /**
             * Items
             * @description the articles of this page
             * @example [
             *       {
             *         "agency": "",
             *         "byline": "",
             *         "claims": 7,
             *         "id": "d075b2ecd56446bd3",
             *         "language": "en",
             *         "outlet": "Norrin Voice",
             *         "published": "2031-04-15T08:30:00Z",
             *         "published_precision": "second",
             *         "state": "read",
             *         "title": "Market hit in Dorvane",
             *         "url": "https://example.org/dorvane"
             *       }
             *     ]
             */
            items: components["schemas"]["DocumentRow"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * DocumentRow
         * @description An article as the list of articles shows it.
         */
        DocumentRow: {
            /**
             * Agency
             * @description agency credited for the copy ("" none)
             * @example
             */
            agency: string;
            /**
             * Byline
             * @description who wrote it ("" not told)
             * @example
             */
            byline: string;
            /**
             * Claims
             * @description how many claims were read in it
             * @example 7
             */
            claims: number;
            /**
             * Id
             * @description the document's id
             * @example d075b2ecd56446bd3
             */
            id: string;
            /**
             * Language
             * @description ISO 639-1 ("" not known)
             * @example en
             */
            language: string;
            /**
             * Outlet
             * @description who publishes it ("" not known)
             * @example Norrin Voice
             */
            outlet: string;
            /**
             * Published
             * @description when, as it says itself
             * @example 2031-04-15T08:30:00Z
             */
            published: string | null;
            /**
             * Published Precision
             * @description second, day or unknown
             * @example second
             */
            published_precision: string;
            /**
             * Replaced By
             * @description id of the version that took its place; null: events are made from this one
             * @example null
             */
            replaced_by: string | null;
            /**
             * State
             * @description what became of it: "read", "off topic", "unread language xx"
             * @example read
             */
            state: string;
            /**
             * Title
             * @description its title ("" none)
             * @example Market hit in Dorvane
             */
            title: string;
            /**
             * Url
             * @description its address, for a link ("" none); it is only ever text
             * @example https://example.org/dorvane
             */
            url: string;
        };
        /**
         * DocumentShort
         * @description An article as lists show it.
         */
        DocumentShort: {
            /**
             * Agency
             * @description agency credited for the copy ("" none)
             * @example
             */
            agency: string;
            /**
             * Byline
             * @description who wrote it ("" not told)
             * @example
             */
            byline: string;
            /**
             * Id
             * @description the document's id
             * @example d075b2ecd56446bd3
             */
            id: string;
            /**
             * Language
             * @description ISO 639-1 ("" not known)
             * @example en
             */
            language: string;
            /**
             * Outlet
             * @description who publishes it ("" not known)
             * @example Norrin Voice
             */
            outlet: string;
            /**
             * Published
             * @description when, as it says itself
             * @example 2031-04-15T08:30:00Z
             */
            published: string | null;
            /**
             * Published Precision
             * @description second, day or unknown
             * @example second
             */
            published_precision: string;
            /**
             * Title
             * @description its title ("" none)
             * @example Market hit in Dorvane
             */
            title: string;
            /**
             * Url
             * @description its address, for a link ("" none); it is only ever text
             * @example https://example.org/dorvane
             */
            url: string;
        };
        /**
         * ErrorAnswer
         * @description Every error has this shape.
         */
        ErrorAnswer: {
            /**
             * @description the error
             * @example {
             *       "advice": "see /v1/openapi.json for its form",
             *       "code": "invalid",
             *       "field": "since",
             *       "message": "since: Input should be a valid date"
             *     }
             */
            error: components["schemas"]["ErrorBody"];
        };
        /**
         * ErrorBody
         * @description What went wrong, with what, and what would mend it.
         */
        ErrorBody: {
            /**
             * Advice
             * @description what would mend it
             * @example see /v1/openapi.json for its form
             */
            advice: string;
            /**
             * Code
             * @description a word for programs
             * @example invalid
             */
            code: string;
            /**
             * Field
             * @description the parameter or field at fault
             * @example since
             */
            field: string | null;
            /**
             * Message
             * @description what is wrong
             * @example since: Input should be a valid date
             */
            message: string;
        };
        /**
         * EstimateShape
         * @description A number over all claims of one event.
         */
        EstimateShape: {
            /**
             * Best
             * @description by the rule named
             * @example 28
             */
            best: number | null;
            /**
             * Claims
             * @description ids of the claims that it rests on
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Cumulative
             * @description a running toll of a campaign or war
             * @example false
             */
            cumulative: boolean;
            /**
             * High
             * @description the highest that is claimed; null when it is left open
             * @example 46
             */
            high: number | null;
            /**
             * Kind
             * @description what is counted
             * @example killed
             */
            kind: string;
            /**
             * Low
             * @description the lowest that is claimed
             * @example 21
             */
            low: number | null;
            /**
             * Rule
             * @description how the best was chosen
             * @example latest of the most telling
             */
            rule: string;
            /**
             * Spread
             * @description the numbers told, with their weights
             * @example [
             *       {
             *         "share": 0.5,
             *         "value": 28
             *       }
             *     ]
             */
            spread: components["schemas"]["Share"][];
            /**
             * Summed
             * @description numbers told apart that the best is the sum of; empty: somebody tells it as one number
             * @example []
             */
            summed: number[];
            /**
             * Who
             * @description whom it counts: "" all, "civilians", "children", "women", or an actor id
             * @example
             */
            who: string;
            /**
             * Who Name
             * @description the same for people: an actor's name
             * @example
             */
            who_name: string;
        };
        /**
         * EventClaim
         * @description One statement for or against an event.
         */
        EventClaim: {
            /**
             * Confidence
             * @description the reader's confidence, between 0 and 1
             * @example 0.93
             */
            confidence: number;
            /**
             * @description what it copies; null for a telling of its own
             * @example {
             *       "document": "dc0deb53766cdf80c",
             *       "outlet": "Meridian Press",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            copy_of: components["schemas"]["CopyOf"] | null;
            /**
             * Counts
             * @description numbers, as this claim tells them
             * @example [
             *       {
             *         "cumulative": false,
             *         "kind": "killed",
             *         "max": 28,
             *         "min": 28,
             *         "who": "civilians",
             *         "words": "28"
             *       }
             *     ]
             */
            counts: components["schemas"]["CountShape"][];
            /**
             * @description the article that it stands in
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * Id
             * @description the claim's id
             * @example c5ace1eb1c31fb245
             */
            id: string;
            /**
             * Mode
             * @description mode of the type ("" if none)
             * @example
             */
            mode: string;
            /**
             * @description where, as this claim tells it
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            place: components["schemas"]["PlaceFull"] | null;
            /**
             * Reader
             * @description name and version of the reader
             * @example vigil-reader-en-3
             */
            reader: string;
            /**
             * Relation
             * @description how it bears on the event
             * @example supports
             * @enum {string}
             */
            relation: "supports" | "denies" | "declines";
            /**
             * @description its sentence with the words lit
             * @example {
             *       "end": 353,
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "start": 310,
             *       "text": "Kelmoran jets bombed the market in Dorvane."
             *     }
             */
            sentence: components["schemas"]["Sentence"];
            /**
             * Seq
             * @description its entry in the ledger
             * @example 118
             */
            seq: number;
            /**
             * Source
             * @description the same for people
             * @example rescuers, as cited by the monitor
             */
            source: string;
            /**
             * Source Kind
             * @description what kind of source that is
             * @example rescuer
             */
            source_kind: string;
            /**
             * Sources
             * @description who says so, innermost first; empty: the article itself
             * @example [
             *       {
             *         "name": "Dorvane Rescue",
             *         "text": "rescuers"
             *       }
             *     ]
             */
            sources: components["schemas"]["Source"][];
            /**
             * @description what the source does with the event
             * @example asserts
             */
            stance: components["schemas"]["Stance"];
            /**
             * @description what the event is said to be
             * @example actual
             */
            status: components["schemas"]["Status"];
            /**
             * Type
             * @description event type as this claim tells it
             * @example airstrike
             */
            type: string;
            /**
             * @description when, as this claim tells it
             * @example {
             *       "approximate": false,
             *       "end": "2031-04-15T00:00:00Z",
             *       "first_day": "2031-04-14",
             *       "last_day": "2031-04-14",
             *       "precision": "day",
             *       "start": "2031-04-14T00:00:00Z"
             *     }
             */
            when: components["schemas"]["When"] | null;
            /**
             * @description why it is held to speak of this event
             * @example {
             *       "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *       "value": 0.81
             *     }
             */
            why: components["schemas"]["Why"];
            /**
             * Witness
             * @description id of the witness behind it; null when it adds none
             * @example wit_a668240f43a29cca
             */
            witness: string | null;
        };
        /**
         * EventFacets
         * @description Counts of the chosen events, most first, 50 at most a list.
         */
        EventFacets: {
            /**
             * Actor
             * @description by who did it or to whom
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            actor: components["schemas"]["Facet"][];
            /**
             * Days
             * @description by first day, oldest first
             * @example [
             *       {
             *         "day": "2031-04-14",
             *         "events": 4
             *       }
             *     ]
             */
            days: components["schemas"]["DayCount"][];
            /**
             * Outlet
             * @description by outlet that carries it
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            outlet: components["schemas"]["Facet"][];
            /**
             * Place
             * @description by place
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            place: components["schemas"]["Facet"][];
            /**
             * Side
             * @description by side of who did it or to whom
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            side: components["schemas"]["Facet"][];
            /**
             * Source Kind
             * @description by the kind of source of a claim on it
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            source_kind: components["schemas"]["Facet"][];
            /**
             * Status
             * @description by status
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            status: components["schemas"]["Facet"][];
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
            /**
             * Type
             * @description by event type
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            type: components["schemas"]["Facet"][];
            /**
             * Undated
             * @description how many have no day
             * @example 3
             */
            undated: number;
        };
        /**
         * EventFull
         * @description An event with all that stands behind it.
         */
        EventFull: {
            /**
             * Agents
             * @description who is said to have done it
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            agents: components["schemas"]["ActorFull"][];
            /**
             * Answers
             * @description claims of other events that positions of its disputes rest on
             * @example [
             *       {
             *         "copy_of": {
             *           "document": "dc0deb53766cdf80c",
             *           "outlet": "Meridian Press",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         },
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "event": {
             *           "agents": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "claims": 7,
             *           "denials": 1,
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "documents": 5,
             *           "doubtful": false,
             *           "first_day": "2031-04-14",
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "killed": {
             *             "best": 28,
             *             "high": 46,
             *             "low": 21
             *           },
             *           "last_day": "2031-04-14",
             *           "mode": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "status": "disputed",
             *           "targets": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "type": "airstrike",
             *           "witnesses": 3
             *         },
             *         "id": "c5ace1eb1c31fb245",
             *         "relation": "denies",
             *         "sentence": {
             *           "end": 353,
             *           "marks": [
             *             {
             *               "actor": {
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "side": "kelmora/government",
             *                 "slant": false
             *               },
             *               "end": 32,
             *               "means": "",
             *               "place": {
             *                 "country": "XKM",
             *                 "id": "pack:kelmora/dorvane",
             *                 "lat": -27.96,
             *                 "lon": -20.47,
             *                 "name": "Dorvane",
             *                 "precision": "exact",
             *                 "radius_km": 3
             *               },
             *               "role": "trigger",
             *               "start": 24,
             *               "text": "shelled"
             *             }
             *           ],
             *           "start": 310,
             *           "text": "Kelmoran jets bombed the market in Dorvane."
             *         },
             *         "source": "the Kelmoran army",
             *         "source_kind": "military"
             *       }
             *     ]
             */
            answers: components["schemas"]["AnswerShape"][];
            /**
             * Claims
             * @description every statement on it, oldest article first
             * @example [
             *       {
             *         "confidence": 0.93,
             *         "copy_of": {
             *           "document": "dc0deb53766cdf80c",
             *           "outlet": "Meridian Press",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         },
             *         "counts": [
             *           {
             *             "cumulative": false,
             *             "kind": "killed",
             *             "max": 28,
             *             "min": 28,
             *             "who": "civilians",
             *             "words": "28"
             *           }
             *         ],
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "id": "c5ace1eb1c31fb245",
             *         "mode": "",
             *         "place": {
             *           "admin1": "Highland",
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "kind": "town",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3,
             *           "text": "the outskirts of Dorvane",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           },
             *           "within": [
             *             "pack:kelmora/highland"
             *           ]
             *         },
             *         "reader": "vigil-reader-en-3",
             *         "relation": "supports",
             *         "sentence": {
             *           "end": 353,
             *           "marks": [
             *             {
             *               "actor": {
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "side": "kelmora/government",
             *                 "slant": false
             *               },
             *               "end": 32,
             *               "means": "",
             *               "place": {
             *                 "country": "XKM",
             *                 "id": "pack:kelmora/dorvane",
             *                 "lat": -27.96,
             *                 "lon": -20.47,
             *                 "name": "Dorvane",
             *                 "precision": "exact",
             *                 "radius_km": 3
             *               },
             *               "role": "trigger",
             *               "start": 24,
             *               "text": "shelled"
             *             }
             *           ],
             *           "start": 310,
             *           "text": "Kelmoran jets bombed the market in Dorvane."
             *         },
             *         "seq": 118,
             *         "source": "rescuers, as cited by the monitor",
             *         "source_kind": "rescuer",
             *         "sources": [
             *           {
             *             "name": "Dorvane Rescue",
             *             "text": "rescuers"
             *           }
             *         ],
             *         "stance": "asserts",
             *         "status": "actual",
             *         "type": "airstrike",
             *         "when": {
             *           "approximate": false,
             *           "end": "2031-04-15T00:00:00Z",
             *           "first_day": "2031-04-14",
             *           "last_day": "2031-04-14",
             *           "precision": "day",
             *           "start": "2031-04-14T00:00:00Z"
             *         },
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         },
             *         "witness": "wit_a668240f43a29cca"
             *       }
             *     ]
             */
            claims: components["schemas"]["EventClaim"][];
            /**
             * Corrections
             * @description reports on it that replaced an earlier version of themselves
             * @example [
             *       {
             *         "at": "2031-05-01T10:30:00Z",
             *         "document": "d0faf863a0cb6b647",
             *         "earlier": "da84402b0c82bf604",
             *         "figures": [
             *           {
             *             "kind": "killed",
             *             "now": [
             *               {
             *                 "max": 5,
             *                 "min": 5
             *               }
             *             ],
             *             "was": [
             *               {
             *                 "max": 7,
             *                 "min": 7
             *               }
             *             ]
             *           }
             *         ],
             *         "outlet": "Open Strait"
             *       }
             *     ]
             */
            corrections: components["schemas"]["Correction"][];
            /**
             * Disputes
             * @description what cannot all be true
             * @example [
             *       {
             *         "positions": [
             *           {
             *             "by": [
             *               "Dorvane Rescue"
             *             ],
             *             "claims": [
             *               "c5ace1eb1c31fb245"
             *             ],
             *             "since": "2031-04-15",
             *             "value": "28"
             *           }
             *         ],
             *         "what": "killed"
             *       }
             *     ]
             */
            disputes: components["schemas"]["DisputeShape"][];
            /**
             * Doubtful
             * @description none of its claims was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Estimates
             * @description numbers with their ranges
             * @example [
             *       {
             *         "best": 28,
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "cumulative": false,
             *         "high": 46,
             *         "kind": "killed",
             *         "low": 21,
             *         "rule": "latest of the most telling",
             *         "spread": [
             *           {
             *             "share": 0.5,
             *             "value": 28
             *           }
             *         ],
             *         "summed": [],
             *         "who": "",
             *         "who_name": ""
             *       }
             *     ]
             */
            estimates: components["schemas"]["EstimateShape"][];
            /**
             * Gist
             * @description one line made of the event's own fields
             * @example airstrike by Kelmoran Army at Dorvane, 2031-04-14
             */
            gist: string;
            /**
             * History
             * @description how it came to be what it is, in the ledger's order
             * @example [
             *       {
             *         "at": "2031-04-15T08:30:00Z",
             *         "ref": "c5ace1eb1c31fb245",
             *         "seq": 118,
             *         "what": "claim",
             *         "words": "Norrin Voice reports it"
             *       }
             *     ]
             */
            history: components["schemas"]["HistoryStep"][];
            /**
             * Id
             * @description the event's id
             * @example ev_9dbe33d6e1303d2b
             */
            id: string;
            /**
             * Independent
             * @description independent witnesses who say that it happened: one side counts once
             * @example 3
             */
            independent: number;
            /**
             * Mode
             * @description mode of the type ("" if none)
             * @example
             */
            mode: string;
            /**
             * @description the wave or campaign that it is a part of
             * @example {
             *       "agents": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "claims": 7,
             *       "denials": 1,
             *       "disputes": [
             *         "occurrence",
             *         "killed"
             *       ],
             *       "documents": 5,
             *       "doubtful": false,
             *       "first_day": "2031-04-14",
             *       "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *       "id": "ev_9dbe33d6e1303d2b",
             *       "killed": {
             *         "best": 28,
             *         "high": 46,
             *         "low": 21
             *       },
             *       "last_day": "2031-04-14",
             *       "mode": "",
             *       "place": {
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3
             *       },
             *       "status": "disputed",
             *       "targets": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "type": "airstrike",
             *       "witnesses": 3
             *     }
             */
            part_of: components["schemas"]["EventSummary"] | null;
            /**
             * Parts
             * @description the events that are a part of it
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            parts: components["schemas"]["EventSummary"][];
            /**
             * @description where, over all claims; null when nothing was said
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            place: components["schemas"]["PlaceFull"] | null;
            /**
             * @description what the record says of it
             * @example disputed
             */
            status: components["schemas"]["EventStatus"];
            /**
             * Status Reason
             * @description why
             * @example told by 3 independent witnesses; disputed: occurrence, killed
             */
            status_reason: string;
            /**
             * Targets
             * @description to whom or what
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            targets: components["schemas"]["ActorFull"][];
            /**
             * Title
             * @description the same for a heading
             * @example Airstrike, Dorvane – Kelmoran Army
             */
            title: string;
            /**
             * Type
             * @description event type of the claims codebook
             * @example airstrike
             */
            type: string;
            /**
             * Unsettled
             * @description an article was joined to it at once; the next fusion of the whole record may change it
             * @example false
             */
            unsettled: boolean;
            /**
             * Voices
             * @description who says so, who denies it, who declines to say, each with its reports
             * @example [
             *       {
             *         "carriers": [
             *           {
             *             "document": "d075b2ecd56446bd3",
             *             "outlet": "Norrin Voice"
             *           }
             *         ],
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "kind": "monitor",
             *         "name": "Kelmora Conflict Observatory",
             *         "party": false,
             *         "relation": "supports",
             *         "side": {
             *           "id": "kelmora/government",
             *           "name": "Government of Kelmora"
             *         }
             *       }
             *     ]
             */
            voices: components["schemas"]["VoiceShape"][];
            /**
             * @description when, over all claims; null when nothing was said
             * @example {
             *       "approximate": false,
             *       "end": "2031-04-15T00:00:00Z",
             *       "first_day": "2031-04-14",
             *       "last_day": "2031-04-14",
             *       "precision": "day",
             *       "start": "2031-04-14T00:00:00Z"
             *     }
             */
            when: components["schemas"]["When"] | null;
            /**
             * Witnesses
             * @description the independent origins
             * @example [
             *       {
             *         "denies": 0,
             *         "documents": [
             *           "d075b2ecd56446bd3"
             *         ],
             *         "id": "wit_a668240f43a29cca",
             *         "kind": "monitor",
             *         "name": "Kelmora Conflict Observatory",
             *         "supports": 2
             *       }
             *     ]
             */
            witnesses: components["schemas"]["WitnessShape"][];
        };
        /**
         * EventPage
         * @description Some events.
         */
        EventPage: {
            /**
             * Items
             * @description the events of this page
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            items: components["schemas"]["EventSummary"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * EventPoints
         * @description Columns for the map and the timeline.
         */
        EventPoints: {
            /**
             * Columns
             * @description what each value of a row is
             * @example [
             *       "id",
             *       "type",
             *       "status",
             *       "lat",
             *       "lon"
             *     ]
             */
            columns: string[];
            /**
             * Rows
             * @description one row an event, in the order of days; null: not known
             * @example [
             *       [
             *         "ev_9dbe33d6e1303d2b",
             *         "airstrike",
             *         "disputed",
             *         -27.96,
             *         -20.47,
             *         3,
             *         "exact",
             *         "2031-04-14",
             *         "2031-04-14",
             *         3,
             *         true,
             *         "airstrike by Kelmoran Army at Dorvane, 2031-04-14"
             *       ]
             *     ]
             */
            rows: unknown[][];
            /**
             * Total
             * @description how many there are in all; rows end at 50,000
             * @example 82
             */
            total: number;
            /**
             * Undated
             * @description how many of all have no day
             * @example 3
             */
            undated: number;
            /**
             * Unplaced
             * @description how many of all have no point
             * @example 12
             */
            unplaced: number;
        };
        /**
         * EventStatus
         * @description What the record says of an event.
         * @enum {string}
         */
        EventStatus: "announced" | "reported" | "corroborated" | "disputed" | "denied" | "did_not_happen" | "disproved";
        /**
         * EventSummary
         * @description An event as lists show it.
         */
        EventSummary: {
            /**
             * Agents
             * @description who is said to have done it
             * @example [
             *       {
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "side": "kelmora/government",
             *         "slant": false
             *       }
             *     ]
             */
            agents: components["schemas"]["ActorShort"][];
            /**
             * Claims
             * @description claims that bear on it
             * @example 7
             */
            claims: number;
            /**
             * Denials
             * @description claims that deny it
             * @example 1
             */
            denials: number;
            /**
             * Disputes
             * @description what is in dispute
             * @example [
             *       "occurrence",
             *       "killed"
             *     ]
             */
            disputes: string[];
            /**
             * Documents
             * @description documents that these are in
             * @example 5
             */
            documents: number;
            /**
             * Doubtful
             * @description none of its claims was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * First Day
             * @description first day on which it may have happened; null: open or not known
             * @example 2031-04-14
             */
            first_day: string | null;
            /**
             * Gist
             * @description one line made of the event's own fields
             * @example airstrike by Kelmoran Army at Dorvane, 2031-04-14
             */
            gist: string;
            /**
             * Id
             * @description the event's id
             * @example ev_9dbe33d6e1303d2b
             */
            id: string;
            /**
             * @description how many are said to have died; null when nobody says
             * @example {
             *       "best": 28,
             *       "high": 46,
             *       "low": 21
             *     }
             */
            killed: components["schemas"]["Toll"] | null;
            /**
             * Last Day
             * @description last such day, inclusive
             * @example 2031-04-14
             */
            last_day: string | null;
            /**
             * Mode
             * @description mode of the type ("" if none)
             * @example
             */
            mode: string;
            /**
             * Part Of
             * @description id of the wave or campaign that it is a part of
             * @example null
             */
            part_of: string | null;
            /**
             * @description where; null when nothing was said
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            place: components["schemas"]["PlaceShort"] | null;
            /**
             * @description what the record says of it
             * @example disputed
             */
            status: components["schemas"]["EventStatus"];
            /**
             * Targets
             * @description to whom or what
             * @example [
             *       {
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "side": "kelmora/government",
             *         "slant": false
             *       }
             *     ]
             */
            targets: components["schemas"]["ActorShort"][];
            /**
             * Type
             * @description event type of the claims codebook
             * @example airstrike
             */
            type: string;
            /**
             * Witnesses
             * @description independent witnesses who say that it happened
             * @example 3
             */
            witnesses: number;
        };
        /**
         * EventWhy
         * @description Every comparison behind an event, worked out again from the record.
         */
        EventWhy: {
            /**
             * Compared
             * @description how many events were compared: those of nearby days, in a large record
             * @example 82
             */
            compared: number;
            /**
             * Inside
             * @description the ties inside the event
             * @example [
             *       {
             *         "claim": "c5ace1eb1c31fb245",
             *         "excluded_by": "",
             *         "odds": 3.4,
             *         "other": "c1f2e3d4",
             *         "parts": [
             *           {
             *             "feature": "same_place",
             *             "reason": "both at Dorvane",
             *             "value": 1,
             *             "weight": 2.1
             *           }
             *         ]
             *       }
             *     ]
             */
            inside: components["schemas"]["BondShape"][];
            /**
             * Join
             * @description groups of claims are joined where the mean of their log-odds is above this
             * @example 0
             */
            join: number;
            /**
             * Near
             * @description the closest of the events that are not it, closest first
             * @example [
             *       {
             *         "bond": {
             *           "claim": "c5ace1eb1c31fb245",
             *           "excluded_by": "",
             *           "odds": 3.4,
             *           "other": "c1f2e3d4",
             *           "parts": [
             *             {
             *               "feature": "same_place",
             *               "reason": "both at Dorvane",
             *               "value": 1,
             *               "weight": 2.1
             *             }
             *           ]
             *         },
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "event": {
             *           "agents": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "claims": 7,
             *           "denials": 1,
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "documents": 5,
             *           "doubtful": false,
             *           "first_day": "2031-04-14",
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "killed": {
             *             "best": 28,
             *             "high": 46,
             *             "low": 21
             *           },
             *           "last_day": "2031-04-14",
             *           "mode": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "status": "disputed",
             *           "targets": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "type": "airstrike",
             *           "witnesses": 3
             *         },
             *         "sentence": {
             *           "end": 353,
             *           "marks": [
             *             {
             *               "actor": {
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "side": "kelmora/government",
             *                 "slant": false
             *               },
             *               "end": 32,
             *               "means": "",
             *               "place": {
             *                 "country": "XKM",
             *                 "id": "pack:kelmora/dorvane",
             *                 "lat": -27.96,
             *                 "lon": -20.47,
             *                 "name": "Dorvane",
             *                 "precision": "exact",
             *                 "radius_km": 3
             *               },
             *               "role": "trigger",
             *               "start": 24,
             *               "text": "shelled"
             *             }
             *           ],
             *           "start": 310,
             *           "text": "Kelmoran jets bombed the market in Dorvane."
             *         }
             *       }
             *     ]
             */
            near: components["schemas"]["NearMiss"][];
        };
        /**
         * Facet
         * @description One value, and how many of the chosen events carry it.
         */
        Facet: {
            /**
             * Events
             * @description how many events
             * @example 31
             */
            events: number;
            /**
             * Label
             * @description its name for people
             * @example Kelmoran Army
             */
            label: string;
            /**
             * Value
             * @description hand it to the filter of the same name
             * @example kelmora/army
             */
            value: string;
        };
        /**
         * Feature
         * @description One GeoJSON feature.
         */
        Feature: {
            /**
             * Geometry
             * @description GeoJSON geometry, longitude before latitude
             * @example {
             *       "coordinates": [
             *         -20.47,
             *         -27.96
             *       ],
             *       "type": "Point"
             *     }
             */
            geometry: {
                [key: string]: unknown;
            } | null;
            /**
             * Id
             * @description the feature's id
             * @example areas-0
             */
            id: string;
            /**
             * Properties
             * @description of the file, and layer: coast or areas
             * @example {
             *       "layer": "areas",
             *       "name": "Highland"
             *     }
             */
            properties: {
                [key: string]: unknown;
            };
            /**
             * Type
             * @description always Feature
             * @example Feature
             * @constant
             */
            type: "Feature";
        };
        /**
         * FieldChoice
         * @description A field that may be corrected.
         */
        FieldChoice: {
            /**
             * Choices
             * @description what may be written; [] for free forms
             * @example [
             *       "captured",
             *       "recaptured",
             *       "none"
             *     ]
             */
            choices: string[];
            /**
             * Field
             * @description its name
             * @example mode
             */
            field: string;
            /**
             * Form
             * @description the form of what may be written, where there is no list
             * @example 2031-05-02, 2031-05, a/b, or none
             */
            form: string;
            /**
             * Machine
             * @description how the machine reads it
             * @example captured
             */
            machine: string;
            /**
             * Now
             * @description how it reads with people's decisions
             * @example recaptured
             */
            now: string;
        };
        /**
         * FieldList
         * @description What may be corrected of a claim.
         */
        FieldList: {
            /**
             * Claim
             * @description the claim
             * @example c1f2e3d4
             */
            claim: string;
            /**
             * Fields
             * @description its fields
             * @example [
             *       {
             *         "choices": [
             *           "captured",
             *           "recaptured",
             *           "none"
             *         ],
             *         "field": "mode",
             *         "form": "2031-05-02, 2031-05, a/b, or none",
             *         "machine": "captured",
             *         "now": "recaptured"
             *       }
             *     ]
             */
            fields: components["schemas"]["FieldChoice"][];
        };
        /**
         * FieldOf
         * @description A field of a claim.
         */
        FieldOf: {
            /**
             * Claim
             * @description the claim
             * @example c1f2e3d4
             */
            claim: string;
            /**
             * Field
             * @description the field
             * @example agent
             */
            field: string;
        };
        /**
         * Figure
         * @description A number as a range; null where that side is open.
         */
        Figure: {
            /**
             * Max
             * @description at most
             * @example 7
             */
            max: number | null;
            /**
             * Min
             * @description at least
             * @example 7
             */
            min: number | null;
        };
        /**
         * FigureChange
         * @description Numbers that one version of a report gives and the other does not.
         */
        FigureChange: {
            /**
             * Kind
             * @description what is counted
             * @example killed
             */
            kind: string;
            /**
             * Now
             * @description in the last one
             * @example [
             *       {
             *         "max": 5,
             *         "min": 5
             *       }
             *     ]
             */
            now: components["schemas"]["Figure"][];
            /**
             * Was
             * @description in the earlier version
             * @example [
             *       {
             *         "max": 7,
             *         "min": 7
             *       }
             *     ]
             */
            was: components["schemas"]["Figure"][];
        };
        /**
         * FlowKind
         * @description Flows are people who moved within a time; stocks are people who are away from home at a time. Never added up.
         * @enum {string}
         */
        FlowKind: "flow" | "stock" | "return";
        /**
         * Head
         * @description Where the ledger ends: note it down, and a later proof shows that nothing was cut off.
         */
        Head: {
            /**
             * Digest
             * @description SHA-256 that seals it and all before it
             * @example c409c8077b2988decd33b941444987b2520c6cbd65c47671af0c808fdb8b6d29
             */
            digest: string;
            /**
             * Seq
             * @description number of the last entry
             * @example 264
             */
            seq: number;
        };
        /**
         * HistoryStep
         * @description One entry of the ledger that made the event what it is.
         */
        HistoryStep: {
            /**
             * At
             * @description when: a claim's article was published, a decision taken; null when not known
             * @example 2031-04-15T08:30:00Z
             */
            at: string | null;
            /**
             * Ref
             * @description id of the claim, earlier document or decision
             * @example c5ace1eb1c31fb245
             */
            ref: string;
            /**
             * Seq
             * @description number of the ledger's entry
             * @example 118
             */
            seq: number;
            /**
             * What
             * @description claim, correction, decision or retraction
             * @example claim
             */
            what: string;
            /**
             * Words
             * @description what that did, for people
             * @example Norrin Voice reports it
             */
            words: string;
        };
        /**
         * Hits
         * @description What a search found, best first.
         */
        Hits: {
            /**
             * Items
             * @description the hits
             * @example [
             *       {
             *         "document": {
             *           "agency": "",
             *           "byline": "",
             *           "id": "d075b2ecd56446bd3",
             *           "language": "en",
             *           "outlet": "Norrin Voice",
             *           "published": "2031-04-15T08:30:00Z",
             *           "published_precision": "second",
             *           "title": "Market hit in Dorvane",
             *           "url": "https://example.org/dorvane"
             *         },
             *         "events": [
             *           {
             *             "disputes": [
             *               "occurrence",
             *               "killed"
             *             ],
             *             "doubtful": false,
             *             "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *             "id": "ev_9dbe33d6e1303d2b",
             *             "status": "disputed",
             *             "type": "airstrike"
             *           }
             *         ],
             *         "id": "c5ace1eb1c31fb245",
             *         "kind": "claim",
             *         "snippet": "bombed the [market] in Dorvane"
             *       }
             *     ]
             */
            items: components["schemas"]["HitShape"][];
            /**
             * Total
             * @description how many are shown
             * @example 1
             */
            total: number;
        };
        /**
         * HitShape
         * @description One thing found.
         */
        HitShape: {
            /**
             * @description the article
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * Events
             * @description the events that a found claim bears on
             * @example [
             *       {
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "doubtful": false,
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "status": "disputed",
             *         "type": "airstrike"
             *       }
             *     ]
             */
            events: components["schemas"]["ClaimEvent"][];
            /**
             * Id
             * @description its id
             * @example c5ace1eb1c31fb245
             */
            id: string;
            /**
             * Kind
             * @description what was found
             * @example claim
             * @enum {string}
             */
            kind: "document" | "claim";
            /**
             * Snippet
             * @description the words around; found words stand in [brackets]
             * @example bombed the [market] in Dorvane
             */
            snippet: string;
        };
        /**
         * Hold
         * @description How firmly a stretch of control is known.
         * @enum {string}
         */
        Hold: "held" | "contested" | "divided" | "unknown";
        /**
         * Layers
         * @description A GeoJSON feature collection.
         */
        Layers: {
            /**
             * Features
             * @description coast first, then areas
             * @example [
             *       {
             *         "geometry": {
             *           "coordinates": [
             *             -20.47,
             *             -27.96
             *           ],
             *           "type": "Point"
             *         },
             *         "id": "areas-0",
             *         "properties": {
             *           "layer": "areas",
             *           "name": "Highland"
             *         },
             *         "type": "Feature"
             *       }
             *     ]
             */
            features: components["schemas"]["Feature"][];
            /**
             * Name
             * @description the pack's id
             * @example kelmora
             */
            name: string;
            /**
             * Type
             * @description always FeatureCollection
             * @example FeatureCollection
             * @constant
             */
            type: "FeatureCollection";
        };
        /**
         * Mark
         * @description Words that a claim was read from. Offsets are code points; the end is exclusive.
         */
        Mark: {
            /**
             * @description the actor that the words are taken to mean
             * @example {
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "side": "kelmora/government",
             *       "slant": false
             *     }
             */
            actor: components["schemas"]["ActorShort"] | null;
            /**
             * End
             * @description where they end
             * @example 32
             */
            end: number;
            /**
             * Means
             * @description what a pronoun or bare noun refers to elsewhere in the text ("" itself)
             * @example
             */
            means: string;
            /**
             * @description the place that the words are taken to mean
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            place: components["schemas"]["PlaceShort"] | null;
            /**
             * Role
             * @description trigger, agent, target, place, from, instrument, source, cue, time, count or counted
             * @example trigger
             */
            role: string;
            /**
             * Start
             * @description where the words begin
             * @example 24
             */
            start: number;
            /**
             * Text
             * @description the words
             * @example shelled
             */
            text: string;
        };
        /**
         * Me
         * @description Who is asking.
         */
        Me: {
            /**
             * How
             * @description by what the caller is known
             * @example session
             * @enum {string}
             */
            how: "local" | "session" | "token" | "nobody";
            /**
             * @description what the caller may do
             * @example reviewer
             */
            role: components["schemas"]["Role"] | null;
            /**
             * User
             * @description the name; "" for nobody
             * @example olena
             */
            user: string;
        };
        /**
         * Merge
         * @description Two events are one.
         */
        Merge: {
            /**
             * @description merge (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "merge";
            /**
             * Events
             * @description two events
             * @example [
             *       "ev_68b511e8",
             *       "ev_0a1b2c3d"
             *     ]
             */
            events: string[];
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
        };
        /**
         * MoveKind
         * @description Which way forces went.
         * @enum {string}
         */
        MoveKind: "deployed" | "withdrawn";
        /**
         * MovePage
         * @description Movements of forces.
         */
        MovePage: {
            /**
             * Items
             * @description by day
             * @example [
             *       {
             *         "actor": {
             *           "country": "XKM",
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "sector": "MIL",
             *           "side": "kelmora/government",
             *           "slant": false,
             *           "text": "Kelmoran troops",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         },
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "disputed": false,
             *         "doubtful": false,
             *         "event": "ev_9dbe33d6e1303d2b",
             *         "kind": "deployed",
             *         "on": "2031-05-02",
             *         "origin": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "strength": {
             *           "best": 28,
             *           "claims": [
             *             "c5ace1eb1c31fb245"
             *           ],
             *           "cumulative": false,
             *           "high": 46,
             *           "kind": "killed",
             *           "low": 21,
             *           "rule": "latest of the most telling",
             *           "spread": [
             *             {
             *               "share": 0.5,
             *               "value": 28
             *             }
             *           ],
             *           "summed": [],
             *           "who": "",
             *           "who_name": ""
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["MoveShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * MoveShape
         * @description Forces that came to a place or left it.
         */
        MoveShape: {
            /**
             * @description whose forces
             * @example {
             *       "country": "XKM",
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "sector": "MIL",
             *       "side": "kelmora/government",
             *       "slant": false,
             *       "text": "Kelmoran troops",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            actor: components["schemas"]["ActorFull"] | null;
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Disputed
             * @description whether its tellers disagree
             * @example false
             */
            disputed: boolean;
            /**
             * Doubtful
             * @description no claim of the event was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Event
             * @description id of the event
             * @example ev_9dbe33d6e1303d2b
             */
            event: string;
            /**
             * @description which way they went
             * @example deployed
             */
            kind: components["schemas"]["MoveKind"];
            /**
             * On
             * @description the day
             * @example 2031-05-02
             */
            on: string | null;
            /**
             * @description from where
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            origin: components["schemas"]["PlaceShort"] | null;
            /**
             * @description to or from where they went
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            place: components["schemas"]["PlaceShort"] | null;
            /**
             * @description how many
             * @example {
             *       "best": 28,
             *       "claims": [
             *         "c5ace1eb1c31fb245"
             *       ],
             *       "cumulative": false,
             *       "high": 46,
             *       "kind": "killed",
             *       "low": 21,
             *       "rule": "latest of the most telling",
             *       "spread": [
             *         {
             *           "share": 0.5,
             *           "value": 28
             *         }
             *       ],
             *       "summed": [],
             *       "who": "",
             *       "who_name": ""
             *     }
             */
            strength: components["schemas"]["EstimateShape"] | null;
        };
        /**
         * NameUsed
         * @description Words by which an actor goes in an outlet.
         */
        NameUsed: {
            /**
             * Actor
             * @description id of the actor, or its words
             * @example kelmora/army
             */
            actor: string;
            /**
             * Outlet
             * @description in which outlet
             * @example Highland Dispatch
             */
            outlet: string;
            /**
             * Slant
             * @description whether only a foe or friend would use it
             * @example true
             */
            slant: boolean;
            /**
             * Text
             * @description the words
             * @example regime forces
             */
            text: string;
            /**
             * Times
             * @description how often
             * @example 4
             */
            times: number;
        };
        /**
         * NearMiss
         * @description An event that came near, by its claim that came nearest.
         */
        NearMiss: {
            /**
             * @description its nearest claim, and what that was compared with
             * @example {
             *       "claim": "c5ace1eb1c31fb245",
             *       "excluded_by": "",
             *       "odds": 3.4,
             *       "other": "c1f2e3d4",
             *       "parts": [
             *         {
             *           "feature": "same_place",
             *           "reason": "both at Dorvane",
             *           "value": 1,
             *           "weight": 2.1
             *         }
             *       ]
             *     }
             */
            bond: components["schemas"]["BondShape"];
            /**
             * @description the article that it stands in
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * @description the event
             * @example {
             *       "agents": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "claims": 7,
             *       "denials": 1,
             *       "disputes": [
             *         "occurrence",
             *         "killed"
             *       ],
             *       "documents": 5,
             *       "doubtful": false,
             *       "first_day": "2031-04-14",
             *       "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *       "id": "ev_9dbe33d6e1303d2b",
             *       "killed": {
             *         "best": 28,
             *         "high": 46,
             *         "low": 21
             *       },
             *       "last_day": "2031-04-14",
             *       "mode": "",
             *       "place": {
             *         "country": "XKM",
             *         "id": "pack:kelmora/dorvane",
             *         "lat": -27.96,
             *         "lon": -20.47,
             *         "name": "Dorvane",
             *         "precision": "exact",
             *         "radius_km": 3
             *       },
             *       "status": "disputed",
             *       "targets": [
             *         {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         }
             *       ],
             *       "type": "airstrike",
             *       "witnesses": 3
             *     }
             */
            event: components["schemas"]["EventSummary"];
            /**
             * @description that claim's sentence
             * @example {
             *       "end": 353,
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           },
             *           "end": 32,
             *           "means": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "role": "trigger",
             *           "start": 24,
             *           "text": "shelled"
             *         }
             *       ],
             *       "start": 310,
             *       "text": "Kelmoran jets bombed the market in Dorvane."
             *     }
             */
            sentence: components["schemas"]["Sentence"];
        };
        /**
         * NewAccount
         * @description An account to be made.
         */
        NewAccount: {
            /**
             * Name
             * @description a-z, 0-9, dot, dash, underscore
             * @example olena
             */
            name: string;
            /**
             * Password
             * Format: password
             * @description 12 to 256 characters
             * @example four random words will do
             */
            password: string;
            /**
             * @description what it may do
             * @example reviewer
             */
            role: components["schemas"]["Role"];
        };
        /**
         * NewToken
         * @description A key for a program.
         */
        NewToken: {
            /**
             * Days
             * @description days until it works no more
             * @example 90
             */
            days: number;
            /**
             * Label
             * @description what it is for
             * @example nightly export
             */
            label: string;
            /**
             * Scopes
             * @description what it may be used for
             * @example [
             *       "read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * OfClaims
         * @description Claims are right as the machine reads them (``accept``), or are no claims at all (``reject``).
         */
        OfClaims: {
            /**
             * @description which of the two (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "accept" | "reject";
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c1f2e3d4"
             *     ]
             */
            claims: string[];
            /**
             * Event
             * @description the event that was looked at, for its history
             * @example ev_68b511e8
             */
            event?: string | null;
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
        };
        /**
         * OfPair
         * @description Two claims tell of one event (``same``), or do not (``not_same``).
         */
        OfPair: {
            /**
             * @description which of the two (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "not_same" | "same";
            /**
             * Claims
             * @description two claims
             * @example [
             *       "c1f2e3d4",
             *       "c0a1b2c3"
             *     ]
             */
            claims: string[];
            /**
             * Event
             * @description the event that was looked at, for its history
             * @example ev_68b511e8
             */
            event?: string | null;
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
        };
        /**
         * PartShape
         * @description One comparison of two claims.
         */
        PartShape: {
            /**
             * Feature
             * @description what was compared
             * @example same_place
             */
            feature: string;
            /**
             * Reason
             * @description in words; "" where names are withheld
             * @example both at Dorvane
             */
            reason: string;
            /**
             * Value
             * @description how far it holds, between 0 and 1
             * @example 1
             */
            value: number;
            /**
             * Weight
             * @description what it weighs, in log-odds
             * @example 2.1
             */
            weight: number;
        };
        /**
         * PasswordChange
         * @description One's own password, old and new.
         */
        PasswordChange: {
            /**
             * New
             * Format: password
             * @description the new one: 12 to 256 characters
             * @example four other random words
             */
            new: string;
            /**
             * Old
             * Format: password
             * @description the password until now
             * @example four random words will do
             */
            old: string;
        };
        /**
         * PlaceFull
         * @description Words and the place that they are taken to mean, with its area of doubt.
         */
        PlaceFull: {
            /**
             * Admin1
             * @description first-level division ("" not known)
             * @example Highland
             */
            admin1: string;
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Id
             * @description its id in the gazetteer; null when it could not be placed
             * @example pack:kelmora/dorvane
             */
            id: string | null;
            /**
             * Kind
             * @description town, district, ... ("" not known)
             * @example town
             */
            kind: string;
            /**
             * Lat
             * @description WGS 84, the middle of the place
             * @example -27.96
             */
            lat: number | null;
            /**
             * Lon
             * @description WGS 84
             * @example -20.47
             */
            lon: number | null;
            /**
             * Name
             * @description its name ("" when it could not be placed)
             * @example Dorvane
             */
            name: string;
            /**
             * @description how exactly the place is known
             * @example exact
             */
            precision: components["schemas"]["PlacePrecision"];
            /**
             * Radius Km
             * @description how far from that point it may have been
             * @example 3
             */
            radius_km: number;
            /**
             * Text
             * @description the words as written
             * @example the outskirts of Dorvane
             */
            text: string;
            /**
             * @description how sure the link is, and why
             * @example {
             *       "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *       "value": 0.81
             *     }
             */
            why: components["schemas"]["Why"];
            /**
             * Within
             * @description ids of the places that hold it, nearest first
             * @example [
             *       "pack:kelmora/highland"
             *     ]
             */
            within: string[];
        };
        /**
         * PlaceHeld
         * @description Who holds one place on the day asked for.
         */
        PlaceHeld: {
            /**
             * @description the stretch that covers the day; null before the first report
             * @example {
             *       "doubtful": false,
             *       "events": [
             *         "ev_9dbe33d6e1303d2b"
             *       ],
             *       "hold": "contested",
             *       "holders": [
             *         {
             *           "country": "XKM",
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "sector": "MIL",
             *           "side": "kelmora/government",
             *           "slant": false,
             *           "text": "Kelmoran troops",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         }
             *       ],
             *       "reason": "both sides claim it",
             *       "start": "2031-04-14"
             *     }
             */
            on: components["schemas"]["StretchShape"] | null;
            /**
             * @description the place
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            place: components["schemas"]["PlaceFull"];
        };
        /**
         * PlacePage
         * @description Some places: those with most events first, or, with q, those that are called so.
         */
        PlacePage: {
            /**
             * Items
             * @description the places of this page
             * @example [
             *       {
             *         "events": 17,
             *         "id": "pack:kelmora/dorvane",
             *         "name": "Dorvane",
             *         "spelling": "dorvane on mossen"
             *       }
             *     ]
             */
            items: components["schemas"]["PlaceRow"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * PlacePrecision
         * @description How exactly a place is known; crosswalk to UCDP and ACLED codes in docs/data-model.md.
         * @enum {string}
         */
        PlacePrecision: "exact" | "near" | "district" | "province" | "region" | "country" | "unknown";
        /**
         * PlaceRow
         * @description A place of the record.
         */
        PlaceRow: {
            /**
             * Events
             * @description events in it, or in what it holds
             * @example 17
             */
            events: number;
            /**
             * Id
             * @description for /v1/places/{id} and the filter: an id in the gazetteer, else its words
             * @example pack:kelmora/dorvane
             */
            id: string;
            /**
             * Name
             * @description its name
             * @example Dorvane
             */
            name: string;
            /**
             * Spelling
             * @description spelling by which q found it, folded ("" by its name, or without q)
             * @default
             * @example dorvane on mossen
             */
            spelling: string;
        };
        /**
         * PlaceShape
         * @description A place: where it is, who held it when, what happened in it.
         */
        PlaceShape: {
            /**
             * Aliases
             * @description further names in a theatre pack
             * @example [
             *       "Dorvane-on-Mossen"
             *     ]
             */
            aliases: string[];
            /**
             * Control
             * @description who held it when, oldest first; empty when nobody says
             * @example [
             *       {
             *         "doubtful": false,
             *         "events": [
             *           "ev_9dbe33d6e1303d2b"
             *         ],
             *         "hold": "contested",
             *         "holders": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "reason": "both sides claim it",
             *         "start": "2031-04-14"
             *       }
             *     ]
             */
            control: components["schemas"]["StretchShape"][];
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Events
             * @description events in it, or in what it holds
             * @example 17
             */
            events: number;
            /**
             * First Day
             * @description first day of its events
             * @example 2031-04-02
             */
            first_day: string | null;
            /**
             * Id
             * @description its id, or its words
             * @example pack:kelmora/dorvane
             */
            id: string;
            /**
             * Kind
             * @description town, district, ... ("" not known)
             * @example town
             */
            kind: string;
            /**
             * Last Day
             * @description last day of its events
             * @example 2031-05-17
             */
            last_day: string | null;
            /**
             * Lat
             * @description WGS 84; null when it could not be placed
             * @example -27.96
             */
            lat: number | null;
            /**
             * Lon
             * @description WGS 84
             * @example -20.47
             */
            lon: number | null;
            /**
             * Name
             * @description its name
             * @example Dorvane
             */
            name: string;
            /**
             * Newest
             * @description the newest events
             * @example [
             *       {
             *         "agents": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "claims": 7,
             *         "denials": 1,
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "documents": 5,
             *         "doubtful": false,
             *         "first_day": "2031-04-14",
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "killed": {
             *           "best": 28,
             *           "high": 46,
             *           "low": 21
             *         },
             *         "last_day": "2031-04-14",
             *         "mode": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "status": "disputed",
             *         "targets": [
             *           {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "side": "kelmora/government",
             *             "slant": false
             *           }
             *         ],
             *         "type": "airstrike",
             *         "witnesses": 3
             *       }
             *     ]
             */
            newest: components["schemas"]["EventSummary"][];
            /**
             * Radius Km
             * @description its extent around that point
             * @example 3
             */
            radius_km: number;
            /**
             * Types
             * @description these by type
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            types: components["schemas"]["Facet"][];
            /**
             * Within
             * @description the places that hold it, nearest first
             * @example [
             *       {
             *         "events": 17,
             *         "id": "pack:kelmora/dorvane",
             *         "name": "Dorvane",
             *         "spelling": "dorvane on mossen"
             *       }
             *     ]
             */
            within: components["schemas"]["PlaceRow"][];
        };
        /**
         * PlaceShort
         * @description A place as lists and maps show it: a point and how far to trust it.
         */
        PlaceShort: {
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Id
             * @description its id in the gazetteer; null when it could not be placed
             * @example pack:kelmora/dorvane
             */
            id: string | null;
            /**
             * Lat
             * @description WGS 84, the middle of the place; null when it could not be placed
             * @example -27.96
             */
            lat: number | null;
            /**
             * Lon
             * @description WGS 84
             * @example -20.47
             */
            lon: number | null;
            /**
             * Name
             * @description its name, else the words as written
             * @example Dorvane
             */
            name: string;
            /**
             * @description how exactly the place is known
             * @example exact
             */
            precision: components["schemas"]["PlacePrecision"];
            /**
             * Radius Km
             * @description how far from that point it may have been
             * @example 3
             */
            radius_km: number;
        };
        /**
         * PointColumns
         * @description Points for the map and the timeline by columns: the n-th value of each is of one event, in the order of days.
         */
        PointColumns: {
            /**
             * Disputed
             * @description 1: those who tell of it disagree; else 0
             * @example [
             *       1
             *     ]
             */
            disputed: number[];
            /**
             * @description what is in dispute, with blanks between
             * @example {
             *       "codes": [
             *         0
             *       ],
             *       "words": [
             *         "killed occurrence"
             *       ]
             *     }
             */
            disputes: components["schemas"]["Coded"];
            /**
             * Doubtful
             * @description 1: none of its claims was read with a confidence of 0.5 or more; else 0
             * @example [
             *       0
             *     ]
             */
            doubtful: number[];
            /**
             * First
             * @description first day, in days since 1 January 1970; null: open
             * @example [
             *       22383
             *     ]
             */
            first: (number | null)[];
            /**
             * Gist
             * @description one line on it
             * @example [
             *       "airstrike by Kelmoran Army at Dorvane, 2031-04-14"
             *     ]
             */
            gist: string[];
            /**
             * Id
             * @description the events' ids
             * @example [
             *       "ev_9dbe33d6e1303d2b"
             *     ]
             */
            id: string[];
            /**
             * Last
             * @description last day
             * @example [
             *       22383
             *     ]
             */
            last: (number | null)[];
            /**
             * Lat
             * @description WGS 84; null: no point
             * @example [
             *       -27.96
             *     ]
             */
            lat: (number | null)[];
            /**
             * Lon
             * @description WGS 84
             * @example [
             *       -20.47
             *     ]
             */
            lon: (number | null)[];
            /**
             * @description how closely the place is known
             * @example {
             *       "codes": [
             *         0
             *       ],
             *       "words": [
             *         "exact"
             *       ]
             *     }
             */
            precision: components["schemas"]["Coded"];
            /**
             * Radius Km
             * @description how far off the point the event may have been
             * @example [
             *       3
             *     ]
             */
            radius_km: number[];
            /**
             * @description statuses
             * @example {
             *       "codes": [
             *         0
             *       ],
             *       "words": [
             *         "disputed"
             *       ]
             *     }
             */
            status: components["schemas"]["Coded"];
            /**
             * Total
             * @description how many there are in all; columns end at 50,000
             * @example 82
             */
            total: number;
            /**
             * @description event types
             * @example {
             *       "codes": [
             *         0
             *       ],
             *       "words": [
             *         "airstrike"
             *       ]
             *     }
             */
            type: components["schemas"]["Coded"];
            /**
             * Undated
             * @description how many of all have no day
             * @example 3
             */
            undated: number;
            /**
             * Unplaced
             * @description how many of all have no point
             * @example 12
             */
            unplaced: number;
            /**
             * Witnesses
             * @description independent witnesses that say that it happened
             * @example [
             *       3
             *     ]
             */
            witnesses: number[];
        };
        /**
         * PointTags
         * @description What points carry that is no column: with it, counts of any of them are made without asking again.
         */
        PointTags: {
            /**
             * @description who did it or to whom
             * @example {
             *       "counts": [
             *         2
             *       ],
             *       "labels": [
             *         "Kelmoran Army"
             *       ],
             *       "steps": [
             *         0,
             *         3
             *       ],
             *       "values": [
             *         "kelmora/army"
             *       ]
             *     }
             */
            actor: components["schemas"]["CarriedList"];
            /**
             * @description the outlet that carries it
             * @example {
             *       "counts": [
             *         2
             *       ],
             *       "labels": [
             *         "Kelmoran Army"
             *       ],
             *       "steps": [
             *         0,
             *         3
             *       ],
             *       "values": [
             *         "kelmora/army"
             *       ]
             *     }
             */
            outlet: components["schemas"]["CarriedList"];
            /**
             * @description the place
             * @example {
             *       "counts": [
             *         2
             *       ],
             *       "labels": [
             *         "Kelmoran Army"
             *       ],
             *       "steps": [
             *         0,
             *         3
             *       ],
             *       "values": [
             *         "kelmora/army"
             *       ]
             *     }
             */
            place: components["schemas"]["CarriedList"];
            /**
             * @description the side of who did it or to whom
             * @example {
             *       "counts": [
             *         2
             *       ],
             *       "labels": [
             *         "Kelmoran Army"
             *       ],
             *       "steps": [
             *         0,
             *         3
             *       ],
             *       "values": [
             *         "kelmora/army"
             *       ]
             *     }
             */
            side: components["schemas"]["CarriedList"];
            /**
             * @description the kind of source of a claim on it
             * @example {
             *       "counts": [
             *         2
             *       ],
             *       "labels": [
             *         "Kelmoran Army"
             *       ],
             *       "steps": [
             *         0,
             *         3
             *       ],
             *       "values": [
             *         "kelmora/army"
             *       ]
             *     }
             */
            source_kind: components["schemas"]["CarriedList"];
            /**
             * Total
             * @description how many events there are in all; points end at 50,000
             * @example 82
             */
            total: number;
        };
        /**
         * PositionShape
         * @description One side of a dispute.
         */
        PositionShape: {
            /**
             * By
             * @description by whom
             * @example [
             *       "Dorvane Rescue"
             *     ]
             */
            by: string[];
            /**
             * Claims
             * @description in which claims, the one that shows it best first
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Since
             * @description the first day on which it was told
             * @example 2031-04-15
             */
            since: string | null;
            /**
             * Value
             * @description what is held
             * @example 28
             */
            value: string;
        };
        /**
         * Precision
         * @description The unit in which a time was told.
         * @enum {string}
         */
        Precision: "instant" | "part_of_day" | "day" | "days" | "week" | "month" | "season" | "year" | "unknown";
        /**
         * QuestionShape
         * @description One thing to ask, and why.
         */
        QuestionShape: {
            /**
             * Change
             * @description what an answer would change
             * @example witnesses 2 to 1, the number killed
             */
            change: string;
            /**
             * Claims
             * @description the claims that it is about; decide on these
             * @example [
             *       "c1f2e3d4",
             *       "c0a1b2c3"
             *     ]
             */
            claims: string[];
            /**
             * Events
             * @description their events
             * @example [
             *       "ev_68b511e8"
             *     ]
             */
            events: string[];
            /**
             * Fields
             * @description fields that one answer fills
             * @example [
             *       {
             *         "claim": "c1f2e3d4",
             *         "field": "agent"
             *       }
             *     ]
             */
            fields: components["schemas"]["FieldOf"][];
            /**
             * Id
             * @description stays the same while the question does
             * @example q_9c41b7307684ee4c
             */
            id: string;
            /**
             * Kind
             * @description link, twins, claim, actor, place, disagreement, disproved, again
             * @example link
             */
            kind: string;
            /**
             * Machine
             * @description the machine's reading
             * @example of this event, 0.55: both attack (+2.0)
             */
            machine: string;
            /**
             * Skipped
             * @description whether you have put it off
             * @example false
             */
            skipped: boolean;
            /**
             * Tellings
             * @description the sentences
             * @example [
             *       {
             *         "claim": "c1f2e3d4",
             *         "document": "d_5e6f",
             *         "outlet": "Harbour Times",
             *         "published": "2031-05-02T08:00:00Z",
             *         "reads": "airstrike, asserts, actual at Velm; killed 4",
             *         "sentence": "Jets struck the market, killing four people.",
             *         "title": "Strike on Velm market",
             *         "trigger": [
             *           5,
             *           11
             *         ]
             *       }
             *     ]
             */
            tellings: components["schemas"]["Telling"][];
            /**
             * Weight
             * @description how much an answer would move: only for ordering
             * @example 6.014
             */
            weight: number;
            /**
             * Why
             * @description why it is asked
             * @example only just joined (0.55) to an event that has 2 witnesses, 17 dead
             */
            why: string;
            /**
             * Words
             * @description the words in question, as written
             * @example Velmist
             */
            words: string;
        };
        /**
         * Queue
         * @description Questions, weightiest first.
         */
        Queue: {
            /**
             * Items
             * @description questions
             * @example [
             *       {
             *         "change": "witnesses 2 to 1, the number killed",
             *         "claims": [
             *           "c1f2e3d4",
             *           "c0a1b2c3"
             *         ],
             *         "events": [
             *           "ev_68b511e8"
             *         ],
             *         "fields": [
             *           {
             *             "claim": "c1f2e3d4",
             *             "field": "agent"
             *           }
             *         ],
             *         "id": "q_9c41b7307684ee4c",
             *         "kind": "link",
             *         "machine": "of this event, 0.55: both attack (+2.0)",
             *         "skipped": false,
             *         "tellings": [
             *           {
             *             "claim": "c1f2e3d4",
             *             "document": "d_5e6f",
             *             "outlet": "Harbour Times",
             *             "published": "2031-05-02T08:00:00Z",
             *             "reads": "airstrike, asserts, actual at Velm; killed 4",
             *             "sentence": "Jets struck the market, killing four people.",
             *             "title": "Strike on Velm market",
             *             "trigger": [
             *               5,
             *               11
             *             ]
             *           }
             *         ],
             *         "weight": 6.014,
             *         "why": "only just joined (0.55) to an event that has 2 witnesses, 17 dead",
             *         "words": "Velmist"
             *       }
             *     ]
             */
            items: components["schemas"]["QuestionShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * RecordShape
         * @description What is served here.
         */
        RecordShape: {
            /**
             * Borders
             * @description which view of borders the basemap takes
             * @example Borders as Natural Earth draws them.
             */
            borders: string;
            /**
             * @description how much there is of what
             * @example {
             *       "articles": 39,
             *       "claims": 186,
             *       "controls": 7,
             *       "decisions": 0,
             *       "disputed_events": 12,
             *       "documents": 39,
             *       "events": 82,
             *       "issues": 4,
             *       "ledger": 264,
             *       "sightings": 1
             *     }
             */
            counts: components["schemas"]["Counts"];
            /**
             * Finished
             * @description when the last run ended
             * @example 2031-06-06T08:10:25Z
             */
            finished: string | null;
            /**
             * First Day
             * @description first day of its events; null without one
             * @example 2029-04-18
             */
            first_day: string | null;
            /**
             * @description the ledger's head
             * @example {
             *       "digest": "c409c8077b2988decd33b941444987b2520c6cbd65c47671af0c808fdb8b6d29",
             *       "seq": 264
             *     }
             */
            head: components["schemas"]["Head"];
            /**
             * Languages
             * @description languages of its documents
             * @example [
             *       "en"
             *     ]
             */
            languages: string[];
            /**
             * Last Day
             * @description last day of its events
             * @example 2031-06-05
             */
            last_day: string | null;
            /**
             * Public
             * @description whether private persons' names and announced movements are withheld
             * @example false
             */
            public: boolean;
            /**
             * Reader
             * @description name and version of the reader of the last run
             * @example vigil-reader-en-3@vigil-reader-en-3
             */
            reader: string;
            /**
             * Theatres
             * @description the theatre packs that the record's names come from
             * @example [
             *       {
             *         "bbox": [
             *           -21,
             *           -28.5,
             *           -19,
             *           -27
             *         ],
             *         "id": "kelmora",
             *         "layers": true,
             *         "name": "Kelmora"
             *       }
             *     ]
             */
            theatres: components["schemas"]["TheatreShape"][];
            /**
             * Vigil
             * @description version of the software
             * @example 0.2.0
             */
            vigil: string;
        };
        /**
         * RelationPage
         * @description Relations between actors.
         */
        RelationPage: {
            /**
             * Items
             * @description the relations
             * @example [
             *       {
             *         "events": [
             *           "ev_9dbe33d6e1303d2b"
             *         ],
             *         "first": "2031-04-02",
             *         "kind": "fights",
             *         "last": "2031-05-17",
             *         "one": {
             *           "country": "XKM",
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "sector": "MIL",
             *           "side": "kelmora/government",
             *           "slant": false,
             *           "text": "Kelmoran troops",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         },
             *         "other": {
             *           "country": "XKM",
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "sector": "MIL",
             *           "side": "kelmora/government",
             *           "slant": false,
             *           "text": "Kelmoran troops",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           }
             *         }
             *       }
             *     ]
             */
            items: components["schemas"]["RelationShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * RelationShape
         * @description What two actors have to do with each other.
         */
        RelationShape: {
            /**
             * Events
             * @description ids of the events that show it
             * @example [
             *       "ev_9dbe33d6e1303d2b"
             *     ]
             */
            events: string[];
            /**
             * First
             * @description first day of its events
             * @example 2031-04-02
             */
            first: string | null;
            /**
             * @description what ties them
             * @example fights
             */
            kind: components["schemas"]["TieKind"];
            /**
             * Last
             * @description last day of its events
             * @example 2031-05-17
             */
            last: string | null;
            /**
             * @description the one; the doer where the tie has a direction
             * @example {
             *       "country": "XKM",
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "sector": "MIL",
             *       "side": "kelmora/government",
             *       "slant": false,
             *       "text": "Kelmoran troops",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            one: components["schemas"]["ActorFull"];
            /**
             * @description the other
             * @example {
             *       "country": "XKM",
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "sector": "MIL",
             *       "side": "kelmora/government",
             *       "slant": false,
             *       "text": "Kelmoran troops",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       }
             *     }
             */
            other: components["schemas"]["ActorFull"];
        };
        /**
         * Repeats
         * @description Documents that two outlets share.
         */
        Repeats: {
            /**
             * Documents
             * @description how many documents
             * @example 2
             */
            documents: number;
            /**
             * Outlet
             * @description the other outlet
             * @example Meridian Press
             */
            outlet: string;
        };
        /**
         * Role
         * @description What a person may do; each may do all that those before it may.
         * @enum {string}
         */
        Role: "reader" | "reviewer" | "editor" | "admin";
        /**
         * Said
         * @description A claim of which an actor is the source.
         */
        Said: {
            /**
             * Claim
             * @description the claim's id
             * @example c5ace1eb1c31fb245
             */
            claim: string;
            /**
             * @description the article
             * @example {
             *       "agency": "",
             *       "byline": "",
             *       "id": "d075b2ecd56446bd3",
             *       "language": "en",
             *       "outlet": "Norrin Voice",
             *       "published": "2031-04-15T08:30:00Z",
             *       "published_precision": "second",
             *       "title": "Market hit in Dorvane",
             *       "url": "https://example.org/dorvane"
             *     }
             */
            document: components["schemas"]["DocumentShort"];
            /**
             * Events
             * @description the events that it bears on
             * @example [
             *       {
             *         "disputes": [
             *           "occurrence",
             *           "killed"
             *         ],
             *         "doubtful": false,
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "status": "disputed",
             *         "type": "airstrike"
             *       }
             *     ]
             */
            events: components["schemas"]["ClaimEvent"][];
            /**
             * Relation
             * @description how it bears on its first event; null when on none
             * @example denies
             */
            relation: ("supports" | "denies" | "declines") | null;
            /**
             * Sentence
             * @description its sentence; data, not HTML
             * @example The army denied that its jets bombed Dorvane.
             */
            sentence: string;
        };
        /**
         * Scope
         * @description What a token may be used for, within what its account may do.
         * @enum {string}
         */
        Scope: "read" | "review" | "admin";
        /**
         * Sentence
         * @description A sentence with the words lit that a claim was read from.
         */
        Sentence: {
            /**
             * End
             * @description where it ends there
             * @example 353
             */
            end: number;
            /**
             * Marks
             * @description the words, with offsets from the sentence's start; they may overlap
             * @example [
             *       {
             *         "actor": {
             *           "id": "kelmora/army",
             *           "kind": "army",
             *           "name": "Kelmoran Army",
             *           "provisional": false,
             *           "side": "kelmora/government",
             *           "slant": false
             *         },
             *         "end": 32,
             *         "means": "",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "role": "trigger",
             *         "start": 24,
             *         "text": "shelled"
             *       }
             *     ]
             */
            marks: components["schemas"]["Mark"][];
            /**
             * Start
             * @description where it begins in the document's text
             * @example 310
             */
            start: number;
            /**
             * Text
             * @description the sentence as published; data, not HTML
             * @example Kelmoran jets bombed the market in Dorvane.
             */
            text: string;
        };
        /**
         * Series
         * @description Numbers over time with their ranges. An event counts at the first day on which it may have happened.
         */
        Series: {
            /**
             * Bins
             * @description steps with something in them, oldest first
             * @example [
             *       {
             *         "best": 58,
             *         "events": 3,
             *         "high": 83,
             *         "low": 58,
             *         "start": "2031-04-14"
             *       }
             *     ]
             */
            bins: components["schemas"]["BinShape"][];
            /**
             * By
             * @description length of a step
             * @example week
             */
            by: string;
            /**
             * Of
             * @description what is counted
             * @example killed
             */
            of: string;
            /**
             * Undated
             * @description chosen events without a day, in no step
             * @example 3
             */
            undated: number;
        };
        /**
         * SessionShape
         * @description Who is asking, and the token that pages send along when they write.
         */
        SessionShape: {
            /**
             * Csrf
             * @description send it as x-csrf-token with everything that writes
             * @example 5f4dcc3b5aa765d61d8327deb882cf99
             */
            csrf: string;
            /**
             * Expires
             * @description when the session ends if it is not used
             * @example 2031-05-02T10:00:00Z
             */
            expires: string | null;
            /**
             * How
             * @description by what the caller is known
             * @example session
             * @enum {string}
             */
            how: "local" | "session" | "token" | "nobody";
            /**
             * @description what the caller may do; null: sign in to read
             * @example reviewer
             */
            role: components["schemas"]["Role"] | null;
            /**
             * Signed In
             * @description whether somebody is signed in (or needs not be, on one's own machine)
             * @example true
             */
            signed_in: boolean;
            /**
             * User
             * @description the name that decisions carry; "" for nobody
             * @example olena
             */
            user: string;
        };
        /**
         * Share
         * @description How much weight one number carries over the independent witnesses.
         */
        Share: {
            /**
             * Share
             * @description between 0 and 1; all shares sum to 1
             * @example 0.5
             */
            share: number;
            /**
             * Value
             * @description the number
             * @example 28
             */
            value: number;
        };
        /**
         * ShouldRead
         * @description A field of a claim, or of several, should read otherwise.
         */
        ShouldRead: {
            /**
             * @description should_read (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "should_read";
            /**
             * Event
             * @description the event that was looked at, for its history
             * @example ev_68b511e8
             */
            event?: string | null;
            /**
             * Fields
             * @description which fields of which claims
             * @example [
             *       {
             *         "claim": "c1f2e3d4",
             *         "field": "agent"
             *       }
             *     ]
             */
            fields: components["schemas"]["FieldOf"][];
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
            /**
             * Value
             * @description how they should read; GET /v1/review/fields says what may be written
             * @example 3..5
             */
            value: string;
        };
        /**
         * SideShape
         * @description The actor at the head of a side.
         */
        SideShape: {
            /**
             * Id
             * @description its id in the registry
             * @example kelmora/government
             */
            id: string;
            /**
             * Name
             * @description its name ("" when the registry has none)
             * @example Government of Kelmora
             */
            name: string;
        };
        /**
         * SignIn
         * @description A name and its password.
         */
        SignIn: {
            /**
             * Name
             * @description the account's name
             * @example olena
             */
            name: string;
            /**
             * Password
             * Format: password
             * @description the password
             * @example four random words will do
             */
            password: string;
        };
        /**
         * Skip
         * @description Not now: the question comes last for you.
         */
        Skip: {
            /**
             * @description skip (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "skip";
            /**
             * Claims
             * @description the question's claims
             * @example [
             *       "c1f2e3d4",
             *       "c0a1b2c3"
             *     ]
             */
            claims: string[];
            /**
             * Kind
             * @description the question's kind
             * @example link
             */
            kind: string;
        };
        /**
         * Source
         * @description Someone who says it inside the text.
         */
        Source: {
            /**
             * Id
             * @description its id in the registry
             * @example null
             */
            id: string | null;
            /**
             * Name
             * @description who that is taken to be ("" not known)
             * @example Dorvane Rescue
             */
            name: string;
            /**
             * Text
             * @description the words as written
             * @example rescuers
             */
            text: string;
        };
        /**
         * SourcePage
         * @description Some outlets, those with most documents first.
         */
        SourcePage: {
            /**
             * Items
             * @description the outlets of this page
             * @example [
             *       {
             *         "claims": 31,
             *         "copies": 1,
             *         "documents": 6,
             *         "first_day": "2031-04-02",
             *         "last_day": "2031-06-01",
             *         "name": "Norrin Voice"
             *       }
             *     ]
             */
            items: components["schemas"]["SourceRow"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * SourceRow
         * @description An outlet of the record.
         */
        SourceRow: {
            /**
             * Claims
             * @description claims read in them
             * @example 31
             */
            claims: number;
            /**
             * Copies
             * @description of these, how many copy another one's
             * @example 1
             */
            copies: number;
            /**
             * Documents
             * @description documents of it, all versions
             * @example 6
             */
            documents: number;
            /**
             * First Day
             * @description day of its first document
             * @example 2031-04-02
             */
            first_day: string | null;
            /**
             * Last Day
             * @description day of its last document
             * @example 2031-06-01
             */
            last_day: string | null;
            /**
             * Name
             * @description its name: for /v1/sources/{name} and the filter
             * @example Norrin Voice
             */
            name: string;
        };
        /**
         * SourceShape
         * @description An outlet: what it reports, repeats, and is contradicted in.
         */
        SourceShape: {
            /**
             * Alone
             * @description of these, how many nobody else carries
             * @example 9
             */
            alone: number;
            /**
             * Articles
             * @description its newest documents
             * @example [
             *       {
             *         "agency": "",
             *         "byline": "",
             *         "id": "d075b2ecd56446bd3",
             *         "language": "en",
             *         "outlet": "Norrin Voice",
             *         "published": "2031-04-15T08:30:00Z",
             *         "published_precision": "second",
             *         "title": "Market hit in Dorvane",
             *         "url": "https://example.org/dorvane"
             *       }
             *     ]
             */
            articles: components["schemas"]["DocumentShort"][];
            /**
             * Claims
             * @description claims read in them
             * @example 31
             */
            claims: number;
            /**
             * Contradicted
             * @description where its claims and others' cannot all hold, newest first
             * @example [
             *       {
             *         "event": {
             *           "agents": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "claims": 7,
             *           "denials": 1,
             *           "disputes": [
             *             "occurrence",
             *             "killed"
             *           ],
             *           "documents": 5,
             *           "doubtful": false,
             *           "first_day": "2031-04-14",
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "killed": {
             *             "best": 28,
             *             "high": 46,
             *             "low": 21
             *           },
             *           "last_day": "2031-04-14",
             *           "mode": "",
             *           "place": {
             *             "country": "XKM",
             *             "id": "pack:kelmora/dorvane",
             *             "lat": -27.96,
             *             "lon": -20.47,
             *             "name": "Dorvane",
             *             "precision": "exact",
             *             "radius_km": 3
             *           },
             *           "status": "disputed",
             *           "targets": [
             *             {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
             *               "provisional": false,
             *               "side": "kelmora/government",
             *               "slant": false
             *             }
             *           ],
             *           "type": "airstrike",
             *           "witnesses": 3
             *         },
             *         "others": [
             *           "28"
             *         ],
             *         "says": [
             *           "12"
             *         ],
             *         "what": "killed"
             *       }
             *     ]
             */
            contradicted: components["schemas"]["Contradiction"][];
            /**
             * Copies
             * @description of these, how many copy another one's
             * @example 1
             */
            copies: number;
            /**
             * Country
             * @description ISO 3166-1 alpha-3 ("" not known)
             * @example XKM
             */
            country: string;
            /**
             * Disputed
             * @description of these, how many are in dispute
             * @example 6
             */
            disputed: number;
            /**
             * Documents
             * @description documents of it, all versions
             * @example 6
             */
            documents: number;
            /**
             * Events
             * @description events that it carries
             * @example 22
             */
            events: number;
            /**
             * Family
             * @description its owner ("" not known): one family that only repeats is one voice
             * @example norrin-voice
             */
            family: string;
            /**
             * First Day
             * @description day of its first document
             * @example 2031-04-02
             */
            first_day: string | null;
            /**
             * Kind
             * @description outlet or agency ("" in no pack)
             * @example outlet
             */
            kind: string;
            /**
             * Last Day
             * @description day of its last document
             * @example 2031-06-01
             */
            last_day: string | null;
            /**
             * Name
             * @description its name
             * @example Norrin Voice
             */
            name: string;
            /**
             * Repeated By
             * @description who copies its documents
             * @example [
             *       {
             *         "documents": 2,
             *         "outlet": "Meridian Press"
             *       }
             *     ]
             */
            repeated_by: components["schemas"]["Repeats"][];
            /**
             * Repeats
             * @description whom its documents copy
             * @example [
             *       {
             *         "documents": 2,
             *         "outlet": "Meridian Press"
             *       }
             *     ]
             */
            repeats: components["schemas"]["Repeats"][];
            /**
             * @description the side that it speaks for
             * @example {
             *       "id": "kelmora/army",
             *       "kind": "army",
             *       "name": "Kelmoran Army",
             *       "provisional": false,
             *       "side": "kelmora/government",
             *       "slant": false
             *     }
             */
            side: components["schemas"]["ActorShort"] | null;
            /**
             * Slant Names
             * @description names that it uses and only a foe or friend would
             * @example [
             *       {
             *         "actor": "kelmora/army",
             *         "outlet": "Highland Dispatch",
             *         "slant": true,
             *         "text": "regime forces",
             *         "times": 4
             *       }
             *     ]
             */
            slant_names: components["schemas"]["NameUsed"][];
            /**
             * Types
             * @description its events by type
             * @example [
             *       {
             *         "events": 31,
             *         "label": "Kelmoran Army",
             *         "value": "kelmora/army"
             *       }
             *     ]
             */
            types: components["schemas"]["Facet"][];
        };
        /**
         * Split
         * @description Some claims of an event are an event of their own.
         */
        Split: {
            /**
             * @description split (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            action: "split";
            /**
             * Claims
             * @description the claims that go
             * @example [
             *       "c1f2e3d4"
             *     ]
             */
            claims: string[];
            /**
             * Event
             * @description the event
             * @example ev_68b511e8
             */
            event: string;
            /**
             * Reason
             * @description why, for whoever reads it later
             * @default
             * @example the second sentence says four
             */
            reason: string;
        };
        /**
         * Stance
         * @description What the source does with the event.
         * @enum {string}
         */
        Stance: "asserts" | "denies" | "declines";
        /**
         * Status
         * @description What the event itself is said to be.
         * @enum {string}
         */
        Status: "actual" | "intended" | "feared" | "negated";
        /**
         * StepShape
         * @description One entry of a truce's ledger.
         */
        StepShape: {
            /**
             * By
             * @description who is said to have done it
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            by: components["schemas"]["ActorFull"][];
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Denied By
             * @description who denies it
             * @example [
             *       "Kelmoran Army"
             *     ]
             */
            denied_by: string[];
            /**
             * Doubtful
             * @description no claim of the event was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * Event
             * @description id of the event
             * @example ev_9dbe33d6e1303d2b
             */
            event: string;
            /**
             * @description what the event did to the truce
             * @example violated
             */
            kind: components["schemas"]["TruceStep"];
            /**
             * On
             * @description the day; null when not known
             * @example 2031-05-02
             */
            on: string | null;
            /**
             * @description where
             * @example {
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3
             *     }
             */
            place: components["schemas"]["PlaceShort"] | null;
            /**
             * Said By
             * @description who says so
             * @example [
             *       "Kelmora Conflict Observatory"
             *     ]
             */
            said_by: string[];
        };
        /**
         * StretchShape
         * @description Who holds a place from one day to another.
         */
        StretchShape: {
            /**
             * Doubtful
             * @description no claim of any of these events was read with a confidence of 0.5 or more
             * @example false
             */
            doubtful: boolean;
            /**
             * End
             * @description the day after the last one; null: still so at the record's end
             * @example null
             */
            end: string | null;
            /**
             * Events
             * @description ids of the events that say so
             * @example [
             *       "ev_9dbe33d6e1303d2b"
             *     ]
             */
            events: string[];
            /**
             * @description how firmly it is known
             * @example contested
             */
            hold: components["schemas"]["Hold"];
            /**
             * Holders
             * @description who holds it, or between whom it is contested
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            holders: components["schemas"]["ActorFull"][];
            /**
             * Reason
             * @description why
             * @example both sides claim it
             */
            reason: string;
            /**
             * Start
             * @description first day; null: before the record
             * @example 2031-04-14
             */
            start: string | null;
        };
        /**
         * Telling
         * @description One claim's own sentence.
         */
        Telling: {
            /**
             * Claim
             * @description the claim
             * @example c1f2e3d4
             */
            claim: string;
            /**
             * Document
             * @description the document's id
             * @example d_5e6f
             */
            document: string;
            /**
             * Outlet
             * @description who published it
             * @example Harbour Times
             */
            outlet: string;
            /**
             * Published
             * @description when
             * @example 2031-05-02T08:00:00Z
             */
            published: string | null;
            /**
             * Reads
             * @description how the machine reads it
             * @example airstrike, asserts, actual at Velm; killed 4
             */
            reads: string;
            /**
             * Sentence
             * @description the sentence, to be shown as text
             * @example Jets struck the market, killing four people.
             */
            sentence: string;
            /**
             * Title
             * @description its title
             * @example Strike on Velm market
             */
            title: string;
            /**
             * Trigger
             * @description where the event word stands in the sentence: start and end
             * @example [
             *       5,
             *       11
             *     ]
             */
            trigger: number[];
        };
        /**
         * TheatreShape
         * @description A theatre pack that the record's names come from.
         */
        TheatreShape: {
            /**
             * Bbox
             * @description west, south, east, north of its places
             * @example [
             *       -21,
             *       -28.5,
             *       -19,
             *       -27
             *     ]
             */
            bbox: number[] | null;
            /**
             * Id
             * @description its id, for /v1/theatres/{name}/layers
             * @example kelmora
             */
            id: string;
            /**
             * Layers
             * @description whether it has map layers of its own
             * @example true
             */
            layers: boolean;
            /**
             * Name
             * @description its name
             * @example Kelmora
             */
            name: string;
        };
        /**
         * TieKind
         * @description What two actors have to do with each other, as events show it.
         * @enum {string}
         */
        TieKind: "fights" | "supplies" | "talks_to" | "allied_with" | "broke_with";
        /**
         * TieShape
         * @description A tie between two actors in the registry.
         */
        TieShape: {
            /**
             * Actor
             * @description id of the other one
             * @example tarvonia/government
             */
            actor: string;
            /**
             * End
             * @description until when
             * @example null
             */
            end: string | null;
            /**
             * Kind
             * @description backed_by, backs, member_of, has_member, enemy_of, ...
             * @example backed_by
             */
            kind: string;
            /**
             * Name
             * @description its name
             * @example Government of Tarvonia
             */
            name: string;
            /**
             * Source
             * @description where that is from ("" not told)
             * @example articles/0404-meridian-front-lines.html
             */
            source: string;
            /**
             * Start
             * @description since when
             * @example 2028-06-01
             */
            start: string | null;
        };
        /**
         * TileSet
         * @description Where the map's tiles are, and what they are.
         */
        TileSet: {
            /**
             * Address
             * @description where they are asked for; "" without any
             * @example /v1/tiles/{z}/{x}/{y}
             */
            address: string;
            /**
             * Attribution
             * @description whom the data is owed to, as text
             * @example © OpenStreetMap contributors
             */
            attribution: string;
            /**
             * Bounds
             * @description west, south, east, north; empty: everywhere
             * @example [
             *       -21,
             *       -28.5,
             *       -19,
             *       -27
             *     ]
             */
            bounds: number[];
            /**
             * High
             * @description largest zoom; beyond it tiles are enlarged
             * @example 14
             */
            high: number;
            /**
             * Kind
             * @description none: the built-in basemap only
             * @example vector
             * @enum {string}
             */
            kind: "none" | "raster" | "vector";
            /**
             * Layers
             * @description names of the layers of shapes
             * @example [
             *       "water",
             *       "roads"
             *     ]
             */
            layers: string[];
            /**
             * Low
             * @description smallest zoom
             * @example 0
             */
            low: number;
        };
        /**
         * TokenList
         * @description Tokens, oldest first.
         */
        TokenList: {
            /**
             * Items
             * @description tokens
             * @example [
             *       {
             *         "account": "olena",
             *         "created_at": "2031-05-01T08:00:00Z",
             *         "expires_at": "2031-07-30T08:00:00Z",
             *         "id": "to_1b2c3d4e5f60718293",
             *         "label": "nightly export",
             *         "revoked_at": "2031-06-01T08:00:00Z",
             *         "scopes": [
             *           "read"
             *         ]
             *       }
             *     ]
             */
            items: components["schemas"]["TokenShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * TokenMade
         * @description A new token: the only time that it is shown.
         */
        TokenMade: {
            /**
             * @description what is kept of it
             * @example {
             *       "account": "olena",
             *       "created_at": "2031-05-01T08:00:00Z",
             *       "expires_at": "2031-07-30T08:00:00Z",
             *       "id": "to_1b2c3d4e5f60718293",
             *       "label": "nightly export",
             *       "revoked_at": "2031-06-01T08:00:00Z",
             *       "scopes": [
             *         "read"
             *       ]
             *     }
             */
            made: components["schemas"]["TokenShape"];
            /**
             * Token
             * @description keep it as you keep a password; it is shown only now
             * @example vigil_zF3mYh0c1o2vYlJt9qH5uQ8xWk7rBnE4sA6dGpTiXeU
             */
            token: string;
        };
        /**
         * TokenShape
         * @description A token, without itself.
         */
        TokenShape: {
            /**
             * Account
             * @description whose it is
             * @example olena
             */
            account: string;
            /**
             * Created At
             * Format: date-time
             * @description when it was made
             * @example 2031-05-01T08:00:00Z
             */
            created_at: string;
            /**
             * Expires At
             * Format: date-time
             * @description when it works no more
             * @example 2031-07-30T08:00:00Z
             */
            expires_at: string;
            /**
             * Id
             * @description by which it is revoked
             * @example to_1b2c3d4e5f60718293
             */
            id: string;
            /**
             * Label
             * @description what it is for
             * @example nightly export
             */
            label: string;
            /**
             * Revoked At
             * @description when it was revoked
             * @example 2031-06-01T08:00:00Z
             */
            revoked_at: string | null;
            /**
             * Scopes
             * @description what it may be used for
             * @example [
             *       "read"
             *     ]
             */
            scopes: components["schemas"]["Scope"][];
        };
        /**
         * Toll
         * @description A number as a range; null where that side is open.
         */
        Toll: {
            /**
             * Best
             * @description by the rule of the record
             * @example 28
             */
            best: number | null;
            /**
             * High
             * @description the highest that is claimed; null when it is left open
             * @example 46
             */
            high: number | null;
            /**
             * Low
             * @description the lowest that is claimed
             * @example 21
             */
            low: number | null;
        };
        /**
         * TrucePage
         * @description Truces.
         */
        TrucePage: {
            /**
             * Items
             * @description the truces
             * @example [
             *       {
             *         "area": {
             *           "admin1": "Highland",
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "kind": "town",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3,
             *           "text": "the outskirts of Dorvane",
             *           "why": {
             *             "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *             "value": 0.81
             *           },
             *           "within": [
             *             "pack:kelmora/highland"
             *           ]
             *         },
             *         "declared": "2031-05-01",
             *         "id": "tr_1",
             *         "in_force": "2031-05-02",
             *         "kind": "ceasefire",
             *         "parties": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "steps": [
             *           {
             *             "by": [
             *               {
             *                 "country": "XKM",
             *                 "id": "kelmora/army",
             *                 "kind": "army",
             *                 "name": "Kelmoran Army",
             *                 "provisional": false,
             *                 "sector": "MIL",
             *                 "side": "kelmora/government",
             *                 "slant": false,
             *                 "text": "Kelmoran troops",
             *                 "why": {
             *                   "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *                   "value": 0.81
             *                 }
             *               }
             *             ],
             *             "claims": [
             *               "c5ace1eb1c31fb245"
             *             ],
             *             "denied_by": [
             *               "Kelmoran Army"
             *             ],
             *             "doubtful": false,
             *             "event": "ev_9dbe33d6e1303d2b",
             *             "kind": "violated",
             *             "on": "2031-05-02",
             *             "place": {
             *               "country": "XKM",
             *               "id": "pack:kelmora/dorvane",
             *               "lat": -27.96,
             *               "lon": -20.47,
             *               "name": "Dorvane",
             *               "precision": "exact",
             *               "radius_km": 3
             *             },
             *             "said_by": [
             *               "Kelmora Conflict Observatory"
             *             ]
             *           }
             *         ],
             *         "terms": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "violations": [
             *           {
             *             "denied": 1,
             *             "name": "Kelmoran Army",
             *             "side": "kelmora/government",
             *             "violations": 4
             *           }
             *         ]
             *       }
             *     ]
             */
            items: components["schemas"]["TruceShape"][];
            /**
             * Next
             * @description hand this back as ?cursor= for the next page; null on the last one
             * @example WyItZGF5IiwgIjIwMzEtMDUtMTciLCAiZXZfNjhiNTExZTgiXQ
             */
            next: string | null;
            /**
             * Total
             * @description how many there are in all
             * @example 82
             */
            total: number;
        };
        /**
         * TruceShape
         * @description A ceasefire or other agreement, and what became of it.
         */
        TruceShape: {
            /**
             * @description where; null: not told
             * @example {
             *       "admin1": "Highland",
             *       "country": "XKM",
             *       "id": "pack:kelmora/dorvane",
             *       "kind": "town",
             *       "lat": -27.96,
             *       "lon": -20.47,
             *       "name": "Dorvane",
             *       "precision": "exact",
             *       "radius_km": 3,
             *       "text": "the outskirts of Dorvane",
             *       "why": {
             *         "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *         "value": 0.81
             *       },
             *       "within": [
             *         "pack:kelmora/highland"
             *       ]
             *     }
             */
            area: components["schemas"]["PlaceFull"] | null;
            /**
             * Declared
             * @description the day on which it was agreed or declared
             * @example 2031-05-01
             */
            declared: string | null;
            /**
             * Ended
             * @description the day on which it ended; null: it stands
             * @example null
             */
            ended: string | null;
            /**
             * Id
             * @description the truce's id
             * @example tr_1
             */
            id: string;
            /**
             * In Force
             * @description the day on which it came into force
             * @example 2031-05-02
             */
            in_force: string | null;
            /**
             * Kind
             * @description ceasefire or agreement
             * @example ceasefire
             */
            kind: string;
            /**
             * Parties
             * @description between whom
             * @example [
             *       {
             *         "country": "XKM",
             *         "id": "kelmora/army",
             *         "kind": "army",
             *         "name": "Kelmoran Army",
             *         "provisional": false,
             *         "sector": "MIL",
             *         "side": "kelmora/government",
             *         "slant": false,
             *         "text": "Kelmoran troops",
             *         "why": {
             *           "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *           "value": 0.81
             *         }
             *       }
             *     ]
             */
            parties: components["schemas"]["ActorFull"][];
            /**
             * Steps
             * @description its ledger, oldest first
             * @example [
             *       {
             *         "by": [
             *           {
             *             "country": "XKM",
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
             *             "provisional": false,
             *             "sector": "MIL",
             *             "side": "kelmora/government",
             *             "slant": false,
             *             "text": "Kelmoran troops",
             *             "why": {
             *               "reason": "both at Dorvane (+2.0); both takeover (+2.0)",
             *               "value": 0.81
             *             }
             *           }
             *         ],
             *         "claims": [
             *           "c5ace1eb1c31fb245"
             *         ],
             *         "denied_by": [
             *           "Kelmoran Army"
             *         ],
             *         "doubtful": false,
             *         "event": "ev_9dbe33d6e1303d2b",
             *         "kind": "violated",
             *         "on": "2031-05-02",
             *         "place": {
             *           "country": "XKM",
             *           "id": "pack:kelmora/dorvane",
             *           "lat": -27.96,
             *           "lon": -20.47,
             *           "name": "Dorvane",
             *           "precision": "exact",
             *           "radius_km": 3
             *         },
             *         "said_by": [
             *           "Kelmora Conflict Observatory"
             *         ]
             *       }
             *     ]
             */
            steps: components["schemas"]["StepShape"][];
            /**
             * Terms
             * @description ids of claims whose sentences tell what was agreed
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            terms: string[];
            /**
             * Violations
             * @description its violations by side, most first
             * @example [
             *       {
             *         "denied": 1,
             *         "name": "Kelmoran Army",
             *         "side": "kelmora/government",
             *         "violations": 4
             *       }
             *     ]
             */
            violations: components["schemas"]["Violations"][];
        };
        /**
         * TruceStep
         * @description What one event did to a truce.
         * @enum {string}
         */
        TruceStep: "proposed" | "declared" | "in_force" | "violated" | "restored" | "ended";
        /**
         * Version
         * @description One version of an article.
         */
        Version: {
            /**
             * Digest
             * @description SHA-256 of its bytes as fetched
             * @example 2c1e…
             */
            digest: string;
            /**
             * Fetched
             * @description when it was fetched
             * @example 2031-04-15T09:00:00Z
             */
            fetched: string | null;
            /**
             * Id
             * @description the version's id
             * @example d075b2ecd56446bd3
             */
            id: string;
            /**
             * Last
             * @description whether events are made from this one
             * @example true
             */
            last: boolean;
            /**
             * Modified
             * @description when it was changed, as it says itself
             * @example null
             */
            modified: string | null;
            /**
             * Published
             * @description when, as it says itself
             * @example 2031-04-15T08:30:00Z
             */
            published: string | null;
        };
        /**
         * Violations
         * @description How often a side is said to have broken a truce.
         */
        Violations: {
            /**
             * Denied
             * @description how many of these are denied
             * @example 1
             */
            denied: number;
            /**
             * Name
             * @description its name
             * @example Kelmoran Army
             */
            name: string;
            /**
             * Side
             * @description id of the side, or the actor's name where it has none ("" not told who)
             * @example kelmora/government
             */
            side: string;
            /**
             * Violations
             * @description violations that it is said to have done
             * @example 4
             */
            violations: number;
        };
        /**
         * VoiceShape
         * @description Somebody who says that an event happened, denies it, or declines to say.
         */
        VoiceShape: {
            /**
             * Carriers
             * @description the reports that carry it, oldest first
             * @example [
             *       {
             *         "document": "d075b2ecd56446bd3",
             *         "outlet": "Norrin Voice"
             *       }
             *     ]
             */
            carriers: components["schemas"]["Carrier"][];
            /**
             * Claims
             * @description ids of the claims
             * @example [
             *       "c5ace1eb1c31fb245"
             *     ]
             */
            claims: string[];
            /**
             * Kind
             * @description a source kind, or outlet
             * @example monitor
             */
            kind: string;
            /**
             * Name
             * @description who
             * @example Kelmora Conflict Observatory
             */
            name: string;
            /**
             * Of
             * @description id of another event of which this is said, which bears on this one; null: of this one
             * @example null
             */
            of: string | null;
            /**
             * Party
             * @description that side acts in the event or is hit by it: it speaks in its own cause
             * @example false
             */
            party: boolean;
            /**
             * Relation
             * @description how what is said bears on the event
             * @example supports
             * @enum {string}
             */
            relation: "supports" | "denies" | "declines";
            /**
             * @description the side that is spoken for; null when not known
             * @example {
             *       "id": "kelmora/government",
             *       "name": "Government of Kelmora"
             *     }
             */
            side: components["schemas"]["SideShape"] | null;
            /**
             * Witness
             * @description id of the witness that this is; null for those who deny or decline
             * @example null
             */
            witness: string | null;
        };
        /**
         * When
         * @description A time with its doubt.
         */
        When: {
            /**
             * Approximate
             * @description "about", "early", "late"
             * @example false
             */
            approximate: boolean;
            /**
             * End
             * @description UTC, exclusive; null when that side is open
             * @example 2031-04-15T00:00:00Z
             */
            end: string | null;
            /**
             * First Day
             * @description the first day that it touches
             * @example 2031-04-14
             */
            first_day: string | null;
            /**
             * Last Day
             * @description the last day that it touches, inclusive
             * @example 2031-04-14
             */
            last_day: string | null;
            /**
             * @description the unit in which the time was told
             * @example day
             */
            precision: components["schemas"]["Precision"];
            /**
             * Start
             * @description UTC; null when that side is open
             * @example 2031-04-14T00:00:00Z
             */
            start: string | null;
        };
        /**
         * Why
         * @description A value and the sentence that explains it.
         */
        Why: {
            /**
             * Reason
             * @description why
             * @example both at Dorvane (+2.0); both takeover (+2.0)
             */
            reason: string;
            /**
             * Value
             * @description between 0 and 1
             * @example 0.81
             */
            value: number;
        };
        /**
         * WitnessShape
         * @description One independent origin; copies share it.
         */
        WitnessShape: {
            /**
             * Denies
             * @description its claims against the event
             * @example 0
             */
            denies: number;
            /**
             * Documents
             * @description ids of the documents that carry it
             * @example [
             *       "d075b2ecd56446bd3"
             *     ]
             */
            documents: string[];
            /**
             * Id
             * @description the witness's id within the event
             * @example wit_a668240f43a29cca
             */
            id: string;
            /**
             * Kind
             * @description a source kind, or outlet
             * @example monitor
             */
            kind: string;
            /**
             * Name
             * @description who
             * @example Kelmora Conflict Observatory
             */
            name: string;
            /**
             * Side
             * @description actor id of the side that speaks
             * @example null
             */
            side: string | null;
            /**
             * Supports
             * @description its claims for the event
             * @example 2
             */
            supports: number;
        };
        /**
         * ZoneKind
         * @description What a stretch of a page is, where it is not the story itself.
         * @enum {string}
         */
        ZoneKind: "caption" | "read_more" | "share" | "reading_time" | "translation_notice" | "updated_stamp" | "dateline" | "credit" | "correction" | "boilerplate";
        /**
         * ZoneShape
         * @description A stretch of the text that is no story.
         */
        ZoneShape: {
            /**
             * End
             * @description where it ends, exclusive
             * @example 24
             */
            end: number;
            /**
             * @description what it is
             * @example caption
             */
            kind: components["schemas"]["ZoneKind"];
            /**
             * Start
             * @description where it begins
             * @example 0
             */
            start: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAccount"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShape"];
                };
            };
            /** @description The name is taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the account's name */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChanges"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShape"];
                };
            };
            /** @description It is the last admin. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    actors: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description only those with an id: of a theatre pack or the registry, outlets among them, or a group that neither knows; not those by their words alone ("people", "soldiers") */
                identified?: boolean;
                /** @description at most so many */
                limit?: number;
                /** @description a name, or how a word of one begins: as the record, a theatre pack or the gazetteer spells it, in any script; empty: all */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    actor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description its id in the registry, or its words */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorShape"];
                };
            };
            /** @description A provisional actor whose name has been given to another id. */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    audit: {
        parameters: {
            query?: {
                /** @description the page after this one */
                cursor?: string;
                /** @description items at most */
                limit?: number;
                /** @description what one person did */
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audit"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    changes: {
        parameters: {
            query?: {
                /** @description number of an entry of the ledger */
                after?: number;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    claims: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the claim's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimFull"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    decisions: {
        parameters: {
            query?: {
                /** @description those on one claim */
                claim?: string;
                /** @description the page after this one */
                cursor?: string;
                /** @description those on one event */
                event?: string;
                /** @description items at most */
                limit?: number;
                /** @description leave out those that were taken back */
                standing?: boolean;
                /** @description those of one person */
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionList"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfClaims"] | components["schemas"]["ShouldRead"] | components["schemas"]["OfPair"] | components["schemas"]["Merge"] | components["schemas"]["Split"] | components["schemas"]["Disprove"] | components["schemas"]["Skip"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsMade"];
                };
            };
            /** @description No such claim or event. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    undo: {
        parameters: {
            query?: {
                /** @description why */
                reason?: string;
            };
            header?: never;
            path: {
                /** @description a row's id, or an action's */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionsMade"];
                };
            };
            /** @description No such decision that stands. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    disputes: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description day: oldest first; -day: newest first; witnesses: most first */
                sort?: "day" | "-day" | "witnesses";
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisputePage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    documents: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the document's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentFull"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description day: oldest first; -day: newest first; witnesses: most first */
                sort?: "day" | "-day" | "witnesses";
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    event: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the event's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFull"];
                };
            };
            /** @description The event was merged into another one. */
            308: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    event_why: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the event's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventWhy"];
                };
            };
            /** @description On a public server: for reviewers. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    columns: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointColumns"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    facets: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventFacets"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    points: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPoints"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    tags: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointTags"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    events_csv: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chosen events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    events_geojson: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chosen events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": Record<string, never>;
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    events_jsonl: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The chosen events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The old password is wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    places: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
                /** @description a name, or how a word of one begins: as the record, a theatre pack or the gazetteer spells it, in any script; empty: all */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    place: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description its id in the gazetteer, or its words */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceShape"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    record: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordShape"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    review_fields: {
        parameters: {
            query: {
                /** @description a claim's id */
                claim: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldList"];
                };
            };
            /** @description No such claim. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    review_queue: {
        parameters: {
            query?: {
                /** @description ask also where the machine reads otherwise than a person decided */
                again?: boolean;
                /** @description the page after this one */
                cursor?: string;
                /** @description questions on one event */
                event?: string;
                /** @description questions of one kind */
                kind?: string;
                /** @description items at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    search: {
        parameters: {
            query: {
                /** @description at most so many */
                limit?: number;
                /** @description all words; "words in quotes" together; signs mean nothing */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hits"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    series: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees; west over east goes over the date line */
                bbox?: string;
                /** @description length of a step */
                by?: "day" | "week" | "month";
                /** @description what is counted */
                of?: "events" | "killed" | "wounded" | "displaced";
                /** @description outlet that carries it, as /v1/events/facets names it; may repeat */
                outlet?: string[];
                /** @description where: an id or words of a name, or what holds it; may repeat */
                place?: string[];
                /** @description free text: all words; "words in quotes" together */
                q?: string;
                /** @description side of who did it or to whom: an id or words of a name; may repeat */
                side?: string[];
                /** @description may have happened on this day or later */
                since?: string | null;
                /** @description kind of source of a claim on it; may repeat */
                source_kind?: ("government" | "military" | "armed_group" | "official" | "resident" | "rescuer" | "monitor" | "un" | "aid" | "media" | "analyst" | "other" | "none")[];
                /** @description status; may repeat */
                status?: components["schemas"]["EventStatus"][];
                /** @description event type; may repeat */
                type?: ("attack" | "airstrike" | "shelling" | "bombing" | "killing" | "chemical" | "abduction" | "detention" | "abuse" | "destruction" | "casualties" | "takeover" | "siege" | "deployment" | "withdrawal" | "arms" | "displacement" | "aid" | "ceasefire" | "talks" | "agreement" | "demand" | "threat" | "accusation" | "sanction" | "protest" | "release")[];
                /** @description may have happened on this day or before */
                until?: string | null;
                /** @description independent witnesses at least */
                witnesses?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionShape"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionShape"];
                };
            };
            /** @description Wrong. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Too many tries. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    sources: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourcePage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    source: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the outlet's name, as /v1/sources has it */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceShape"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    aid: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AidPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    control: {
        parameters: {
            query?: {
                /** @description the day; the record's last one when left out */
                day?: string | null;
                /** @description by documents published until this day; by all when left out */
                known?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlOnDay"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    timeline: {
        parameters: {
            query?: {
                /** @description by documents published until this day; by all when left out */
                known?: string | null;
            };
            header?: never;
            path: {
                /** @description a place's id or name */
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ControlTimeline"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    displacement: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisplacementPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    forces: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovePage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    relations: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationPage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    truces: {
        parameters: {
            query?: {
                /** @description next of the page before; empty for the first page */
                cursor?: string;
                /** @description at most so many */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrucePage"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    stream: {
        parameters: {
            query?: {
                /** @description number of an entry of the ledger */
                after?: number | null;
            };
            header?: {
                /** @description sent by browsers that come back */
                "last-event-id"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": unknown;
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    layers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the pack's id, from /v1/record */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Layers"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    tiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TileSet"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    tile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description which tile */
                x: number;
                /** @description which tile */
                y: number;
                /** @description zoom */
                z: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tile. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.mapbox-vector-tile": string;
                    "image/avif": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                };
            };
            /** @description There is no tile there: open sea, or outside the map. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The tile is as it was. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description This server has no tiles of its own. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    tokens: {
        parameters: {
            query?: {
                /** @description whose; an admin may ask for anybody's, * for all */
                account?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenMade"];
                };
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description the token's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description An error, in the one shape of errors. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorAnswer"];
                };
            };
        };
    };
}
