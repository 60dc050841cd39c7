// Generated from OpenAPI by client.mjs (npm run client). Do not edit.
/* eslint-disable */
export interface paths {
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
         * @description Who held one place, from when to when.
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
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
         * ClaimEvent
         * @description An event that a claim bears on.
         */
        ClaimEvent: {
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
             *           "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *           "id": "ev_9dbe33d6e1303d2b",
             *           "status": "disputed"
             *         }
             *       ],
             *       "id": "c5ace1eb1c31fb245",
             *       "marks": [
             *         {
             *           "actor": {
             *             "id": "kelmora/army",
             *             "kind": "army",
             *             "name": "Kelmoran Army",
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
             *         "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *         "id": "ev_9dbe33d6e1303d2b",
             *         "status": "disputed"
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
             *             "gist": "airstrike by Kelmoran Army at Dorvane, 2031-04-14",
             *             "id": "ev_9dbe33d6e1303d2b",
             *             "status": "disputed"
             *           }
             *         ],
             *         "id": "c5ace1eb1c31fb245",
             *         "marks": [
             *           {
             *             "actor": {
             *               "id": "kelmora/army",
             *               "kind": "army",
             *               "name": "Kelmoran Army",
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
             * Who
             * @description whom it counts: "" all, "civilians", "children", "women", or an actor id
             * @example
             */
            who: string;
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
             *         "who": ""
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
             * @description id of the claim or decision
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
             * @description claim, decision or retraction
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
         * Hold
         * @description How firmly a stretch of control is known.
         * @enum {string}
         */
        Hold: "held" | "contested" | "divided" | "unknown";
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
         * PlacePrecision
         * @description How exactly a place is known; crosswalk to UCDP and ACLED codes in docs/data-model.md.
         * @enum {string}
         */
        PlacePrecision: "exact" | "near" | "district" | "province" | "region" | "country" | "unknown";
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
             * @description in which claims
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
         * StretchShape
         * @description Who holds a place from one day to another.
         */
        StretchShape: {
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
    disputes: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees */
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
                /** @description west,south,east,north in degrees */
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
    facets: {
        parameters: {
            query?: {
                /** @description who did it or to whom: an id or words of a name; may repeat */
                actor?: string[];
                /** @description west,south,east,north in degrees */
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
                /** @description west,south,east,north in degrees */
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
            query?: never;
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
}
