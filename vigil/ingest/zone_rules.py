"""The policy of the marking as a table: for each kind of zone, where its words stand and what they are.

LINE rules must fit a whole line, so a sentence that speaks of a photo or of sharing power is safe; TAIL rules fit the end
of a line. English, Arabic, Russian, French and Turkish. The first rule that fits a line holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vigil.model.text import ZoneKind

_I = re.IGNORECASE
LINE, TAIL = "line", "tail"


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern of one kind; ``longest`` is the longest line in characters that it may claim."""

    kind: ZoneKind
    where: str
    words: re.Pattern[str]
    longest: int = 300


def _rule(kind: ZoneKind, where: str, words: str, longest: int = 300) -> Rule:
    return Rule(kind, where, re.compile(words, _I), longest)


_DATE = r"[\w,.:/ +\-()|–—٠-٩]{4,60}"
_SITES = (
    r"(?:facebook|twitter|x|whatsapp|telegram|e-?mail|linkedin|reddit|print|copy link|link|pinterest|viber|messenger|"
    r"vk|вконтакте|одноклассники|телеграм|فيسبوك|تويتر|واتساب|تلغرام|تيليجرام|bluesky|threads|instagram|youtube)"
)
RULES: tuple[Rule, ...] = (
    # Captions: a label or a photographer's credit, never the mere word.
    _rule(
        ZoneKind.CAPTION,
        LINE,
        r"(?:file )?(?:photo|image|picture|video|map|illustration|graphic)s?(?: credit)?s?\s*(?::|\||"
        r" by )\s*.+",
    ),
    _rule(
        ZoneKind.CAPTION,
        LINE,
        r"(?:фото|видео|снимок|иллюстрация|photographie|crédits? photo|légende|fotoğraf|görsel|صورة|الصورة|"
        r"تصوير)\s*:\s*.+",
    ),
    _rule(
        ZoneKind.CAPTION,
        LINE,
        r".{10,}[\[(](?:file )?(?:photo|image|picture|video)\s*(?::|by|courtesy)\s*[^\])]{2,80}[\])]\.?",
        500,
    ),
    _rule(
        ZoneKind.CAPTION,
        LINE,
        r".{10,}(?:\bREUTERS|\bAFP|\bAP Photo|\bEPA|\bGetty Images)\s*/\s*[\w .'\-/]{2,60}\.?",
        500,
    ),
    _rule(
        ZoneKind.CAPTION,
        LINE,
        r"(?:file photo|file picture|handout(?: photo)?|archive photo|архивное фото|صورة أرشيفية)\s*[:.\-–—].*",
    ),
    # Read more.
    _rule(
        ZoneKind.READ_MORE,
        LINE,
        r"(?:>+\s*|»\s*|→\s*)?(?:read (?:more|also|next|the full (?:story|report))|see also|"
        r"more on this(?: story)?|also read|related(?: (?:stories|articles|news|coverage|posts))?|recommended|"
        r"more (?:stories|news)|you may also like|don'?t miss|watch|listen)\s*(?:[:|»>→\-–—].*|\.{3}|…)?",
        200,
    ),
    _rule(
        ZoneKind.READ_MORE,
        LINE,
        r"(?:читайте также|читать (?:далее|ещё|еще)|подробнее|смотрите также|по теме|lire (?:aussi|également|"
        r"la suite)|voir aussi|à lire aussi|ayrıca (?:bkz|okuyun)|ilgili haber(?:ler)?|devamını oku|(?:إ?اقرأ|"
        r"اقرئي) (?:أيضا|أيضاً|أيضًا|المزيد)|مواضيع ذات صلة|شاهد أيضا?ً?|المزيد)\s*(?:[:|»>→\-–—].*|\.{3}|…)?",
        200,
    ),
    # Share bars.
    _rule(
        ZoneKind.SHARE,
        LINE,
        rf"(?:(?:share|tweet|post|send|pin|follow us|like us)(?: (?:this|it|the))?(?: (?:article|story|page|"
        rf"post|news))?(?: (?:on|via|by|with))?[\s:|,/·•]*)?(?:{_SITES}(?: (?:and|or))?[\s,|/·•]*)+\.?",
        160,
    ),
    _rule(
        ZoneKind.SHARE,
        LINE,
        r"(?:share|tweet|share (?:this|on)(?: (?:article|story|page|post|news))?|follow us(?: on .{2,60})?|"
        r"join (?:us on|our) .{2,40}(?:channel|group|telegram|whatsapp)\b.{0,40}|\d[\d.,k]* (?:shares|"
        r"comments|likes|views))\s*[:!.]?",
        120,
    ),
    _rule(
        ZoneKind.SHARE,
        LINE,
        r"(?:поделиться(?: .{1,40})?|подписывайтесь на .{2,80}|partager(?: .{1,40})?|"
        r"paylaş(?:ın)?(?: .{1,40})?|شارك(?:ها|ه)?(?: .{1,40})?|تابعونا(?: .{1,60})?)\s*[:!.]?",
        120,
    ),
    # Reading times.
    _rule(
        ZoneKind.READING_TIME,
        LINE,
        r"(?:(?:estimated )?(?:reading|read) time\s*[:\-–—]?\s*)?(?:about |"
        r"~)?\d{1,3}[\s\-]*(?:min(?:ute)?s?)\.?(?: (?:read|to read|reading(?: time)?))",
        60,
    ),
    _rule(
        ZoneKind.READING_TIME,
        LINE,
        r"(?:(?:estimated )?(?:reading|read) time|время (?:на )?чтения|temps de lecture|okuma süresi|"
        r"مدة القراءة|وقت القراءة)\s*[:\-–—]?\s*(?:about |~|≈)?[\d٠-٩]{1,3}\s*\S{0,12}",
        60,
    ),
    _rule(
        ZoneKind.READING_TIME,
        LINE,
        r"(?:[\d٠-٩]{1,3} (?:мин(?:ут[аы]?)?\.? (?:на )?чтени[ея]|min(?:utes)? de lecture|dk(?:\.|ika)? okuma|"
        r"دقائق? (?:للقراءة|قراءة)))",
        60,
    ),
    # Translation notices.
    _rule(
        ZoneKind.TRANSLATION_NOTICE,
        LINE,
        r"[\[(*]*(?:note:?\s*|disclaimer:?\s*)?(?:this|the) (?:article|text|page|report|story|version|"
        r"translation|post|content)[^.]{0,60}\b(?:is|was|has been) (?:an? )?(?:automatic(?:ally)?|"
        r"machine)[ -]?translat[^.]{0,160}(?:\.[^.]{0,160})?[.\])*]*",
        400,
    ),
    _rule(
        ZoneKind.TRANSLATION_NOTICE,
        LINE,
        r"[\[(*]*(?:(?:machine|automatic(?:ally)?|auto|google)[ -]translat(?:ed|ion)\b|"
        r"translated (?:automatically|by (?:machine|google|deepl|ai))\b).{0,120}",
        180,
    ),
    _rule(ZoneKind.TRANSLATION_NOTICE, LINE, r"[\[(*]*(?:(?:translated|translation) (?:from|by)\b).{0,80}", 110),
    _rule(
        ZoneKind.TRANSLATION_NOTICE,
        LINE,
        r"[\[(*]*(?:(?:машинный|автоматический) перевод|переведено (?:автоматически|машин)|"
        r"перевод выполнен автоматически|traduction automatique|traduit (?:automatiquement|de l)|"
        r"makine çevirisi|otomatik (?:olarak )?çevril|ترجمة آلية|تمت? ترجمة هذا|تُ?رجم(?:ت)? (?:آليا|"
        r"تلقائيا)).{0,160}",
        240,
    ),
    # Updated and published stamps.
    _rule(
        ZoneKind.UPDATED_STAMP,
        LINE,
        rf"(?:last )?(?:updated|modified|edited|update)(?: (?:on|at))?\s*:?\s*(?=[^\n]*\d){_DATE}",
        110,
    ),
    _rule(
        ZoneKind.UPDATED_STAMP,
        LINE,
        rf"(?:first )?(?:published|posted|issued|publication date|date)(?: (?:on|"
        rf"at))?\s*:?\s*(?=[^\n]*\d){_DATE}",
        110,
    ),
    _rule(
        ZoneKind.UPDATED_STAMP,
        LINE,
        rf"(?:обновлено|изменено|опубликовано|дата публикации|mis à jour(?: le)?|modifié(?: le)?|"
        rf"publié(?: le)?|dernière mise à jour|güncelle(?:me|nme|ndi)(?: tarihi)?|son güncelleme|"
        rf"yayın(?:lanma)? tarihi|آخر تحديث|تم التحديث|تحديث|نشر(?: في)?|"
        rf"تاريخ النشر)\s*:?\s*(?=[^\n]*[\d٠-٩]){_DATE}",
        110,
    ),
    # Corrections are the outlet's own statement; they are marked, and read (READ_ZONES).
    _rule(
        ZoneKind.CORRECTION,
        LINE,
        r"[\[(*]*(?:correction|corrections? and clarifications?|corrected|clarification|editor'?s’? note|"
        r"editor’s note|erratum)\b\s*(?:\([^)]{0,60}\))?(?:,? [\w ]{1,30} \d{1,4})?\s*[:\-–—].+",
        1500,
    ),
    _rule(
        ZoneKind.CORRECTION,
        LINE,
        r"[\[(*]*(?:an earlier|a previous|the original|an original) version of this (?:article|story|report|"
        r"post|headline).+",
        1500,
    ),
    _rule(
        ZoneKind.CORRECTION,
        LINE,
        r"[\[(*]*(?:this (?:article|story|report|headline|post) (?:has been|was) (?:corrected|amended|"
        r"clarified)).+",
        1500,
    ),
    _rule(
        ZoneKind.CORRECTION,
        LINE,
        r"(?:исправление|поправка|уточнение|rectificatif|correctif|düzeltme|تصحيح|تصويب)\s*[:\-–—].+",
        1500,
    ),
    # Credits: who wrote and edited, and which agency it came from.
    _rule(
        ZoneKind.CREDIT,
        TAIL,
        r"[\[(](?:additional )?(?:reporting|writing|written|compiled|edited|editing|translated|translation|"
        r"(?:with )?(?:additional )?reporting) (?:by|from|in|for) [^\[\]()]{2,400}[\])]\.?\s*$",
        10_000,
    ),
    _rule(
        ZoneKind.CREDIT,
        LINE,
        r"(?:additional )?(?:reporting|writing|written|compiled|edited|"
        r"editing) by [^.!?\n]{2,160}(?:[;,.] ?(?:additional )?(?:reporting|writing|editing|edited|"
        r"compiled)(?: and (?:editing|writing))? (?:by|from) [^.!?\n]{2,160})*\.?",
        400,
    ),
    _rule(
        ZoneKind.CREDIT,
        LINE,
        r"by (?!(?:the|a|an|this|that|now|then|late|early|mid|noon|dawn)\b)(?-i:[A-ZÀ-Þ])[\w'’.\-]+(?:(?: and|"
        r",)? (?-i:[A-ZÀ-Þ])[\w'’.\-]+){0,6}(?:,? (?:in|for) (?-i:[A-ZÀ-Þ])[\w' \-]{2,40})?",
        100,
    ),
    _rule(
        ZoneKind.CREDIT,
        TAIL,
        r"(?<=[.!?\"”»])\s*(?:--|[-–—])\s*(?-i:REUTERS|AFP|AP|Reuters|TASS|SANA|dpa|Xinhua|Anadolu)\s*$",
        10_000,
    ),
    _rule(
        ZoneKind.CREDIT,
        TAIL,
        r"(?<=[.!?\"”»])\s*\((?-i:REUTERS|AFP|AP|Reuters|TASS|SANA|dpa|Xinhua|Anadolu|ТАСС|رويترز|سانا|"
        r"أ ?ف ?ب)\)\.?\s*$",
        10_000,
    ),
    # Boilerplate.
    _rule(ZoneKind.BOILERPLATE, LINE, r"(?:©|\(c\)|copyright\b).{0,200}", 260),
    _rule(
        ZoneKind.BOILERPLATE,
        LINE,
        r"(?:.{0,60}\ball rights reserved\b.{0,160}|(?:все права защищены|tous droits réservés|"
        r"tüm hakları saklıdır|جميع الحقوق محفوظة).{0,120})",
        260,
    ),
    _rule(
        ZoneKind.BOILERPLATE,
        LINE,
        r"(?:sign up (?:for|to) .{3,120}|subscribe (?:to|for|now|today)\b.{0,120}|get (?:the latest|"
        r"our) .{0,60}(?:newsletter|inbox|alerts)\b.{0,80}|(?:click|tap) here (?:to|for) .{2,120}|"
        r"advertisement|sponsored(?: content)?|our standards: .{3,120}|this (?:material|"
        r"article) may not be (?:published|reproduced).{0,160}|(?:we use|this (?:site|"
        r"website) uses) cookies.{0,200}|download (?:our|the) .{0,40}\bapp\b.{0,80})",
        260,
    ),
    _rule(
        ZoneKind.BOILERPLATE,
        LINE,
        r"(?:реклама|подпишитесь(?: на)? .{2,100}|publicité|abonnez-vous\b.{0,120}|reklam|abone ol.{0,80}|"
        r"إعلان|اشترك (?:في|الآن).{0,100})",
        200,
    ),
)
