// Derived from schemas/ by `npm run generate`. Do not edit by hand.

export type Line = string
export type Slug = string
export type Identifier = string
export type ClaimId = string
export type EvidenceId = string
export type QuestionId = string
export type Sha256 = string
export type Address = string
export type Edtf = string
export type Day = string
export type Language = string
export type Token = string
export type Semver = string
export type Json = (null | boolean | number | string | Json[] | {
[k: string]: Json
})
/**
 * releases/<version>.jsonl: a header, then a line a row. Only `npm run release` writes it, and nothing changes it afterwards.
 */
export type Ledger = (LedgerHeader | LedgerRow)
export type MappingField = (string | MappingSpecified)
export type MappingEach = (string | MappingSeparated)
/**
 * raw/vocabulary/distortions.yml: what a text can do to a claim. A project may have no such list.
 * 
 * Items: One kind of distortion.
 */
export type RawDistortions = {
/**
 * The id used in labels.
 */
id: string
/**
 * The words shown to readers.
 */
label: string
/**
 * When it is given.
 */
definition: string
}[]
/**
 * raw/vocabulary/entities.yml: who makes claims.
 * 
 * Items: One person, body or group.
 */
export type RawEntities = {
/**
 * The id used in labels.
 */
id: string
/**
 * The name shown to readers.
 */
name: string
/**
 * What kind of entity it is; unknown where a source of claims gives the name alone.
 */
kind: ("person" | "government" | "organisation" | "media" | "group" | "unknown")
/**
 * Every other spelling that occurs.
 */
aliases?: Token[]
/**
 * The Wikidata id where a source shows it, or null.
 */
wikidata?: (string | null)
}[]
/**
 * raw/vocabulary/licences.yml: what an article's licence allows.
 * 
 * Items: One licence.
 */
export type RawLicences = {
/**
 * An SPDX id or LicenseRef-….
 */
id: string
/**
 * The name shown to readers.
 */
name?: string
/**
 * Whether an article may be given in full.
 */
text_may_be_published: boolean
/**
 * In Unicode code points; null for no limit.
 */
max_quote: (number | null)
/**
 * The share of an article's characters that its quotations may cover together; null for no limit.
 */
max_share: (number | null)
}[]
/**
 * raw/vocabulary/publishers.yml: who published the articles.
 * 
 * Items: One publisher.
 */
export type RawPublishers = {
/**
 * The id used in labels.
 */
id: string
/**
 * The name shown to readers.
 */
name: string
/**
 * Hosts of the publisher's own pages.
 */
domains?: string[]
}[]
/**
 * raw/vocabulary/spellings.yml: names that are spelled in several ways and are nobody who makes claims; a search for one spelling finds the others. The file may be missing.
 */
export type RawSpellings = Token[][]
/**
 * A line of raw/splits.jsonl, the ledger that `npm run splits` adds to: the first says how the splits are made, every other puts one claim into its split. A later line may only take a claim out of train or dev.
 */
export type RawSplits = (RawSplitsSettings | RawSplitsEntry)
/**
 * raw/vocabulary/topics.yml: what claims are about.
 * 
 * Items: One topic.
 */
export type RawTopics = {
/**
 * The id used in labels.
 */
id: string
/**
 * The words shown to readers.
 */
label: string
/**
 * What belongs to the topic.
 */
definition?: string
}[]
/**
 * raw/vocabulary/verdicts.yml: the verdict scale.
 * 
 * Items: One class of the scale.
 */
export type RawVerdicts = {
/**
 * The id used in labels.
 */
id: string
/**
 * The words shown to readers.
 */
label: string
/**
 * When the verdict is given.
 */
definition: string
/**
 * A colour that colour-blind readers can tell apart, #RRGGBB.
 */
colour: string
/**
 * ClaimReview's number, 1 worst to 5 best, or null.
 */
rating_value: (number | null)
/**
 * Whether a claim with this verdict is published as a ClaimReview.
 */
claim_review?: boolean
/**
 * The nearest class there, and whether the mapping loses something; null without a counterpart.
 */
averitec: ({
/**
 * The class's name there.
 */
label: string
/**
 * Whether the mapping loses something.
 */
lossy: boolean
} | null)
/**
 * The nearest class there, and whether the mapping loses something; null without a counterpart.
 */
fever: ({
/**
 * The class's name there.
 */
label: string
/**
 * Whether the mapping loses something.
 */
lossy: boolean
} | null)
}[]
/**
 * How the verdicts of a source are called in another scale.
 * 
 * Items: One native verdict.
 */
export type VerdictMap = {
/**
 * The word of the source; outer space and case are set aside.
 */
native: string
/**
 * The verdict that it stands for.
 */
verdict: string
/**
 * Something of the word's meaning is lost.
 */
lossy?: boolean
}[]

export interface Schemas {
Line?: Line
Slug?: Slug
Identifier?: Identifier
ClaimId?: ClaimId
EvidenceId?: EvidenceId
QuestionId?: QuestionId
Sha256?: Sha256
Address?: Address
Edtf?: Edtf
Day?: Day
Language?: Language
Token?: Token
Semver?: Semver
Json?: Json
JsonObject?: JsonObject
Position?: Position
Range?: Range
LedgerColumn?: LedgerColumn
LedgerTable?: LedgerTable
LedgerHeader?: LedgerHeader
LedgerRow?: LedgerRow
Ledger?: Ledger
ManifestCounts?: ManifestCounts
ManifestAgreement?: ManifestAgreement
Manifest?: Manifest
MappingFile?: MappingFile
MappingField?: MappingField
MappingSpecified?: MappingSpecified
MappingListed?: MappingListed
MappingEach?: MappingEach
MappingSeparated?: MappingSeparated
MappingEvidence?: MappingEvidence
MappingReviews?: MappingReviews
MappingAppearances?: MappingAppearances
MappingAnnotations?: MappingAnnotations
MappingRationales?: MappingRationales
MappingVerdictMaps?: MappingVerdictMaps
MappingDeclared?: MappingDeclared
MappingMajority?: MappingMajority
MappingAggregate?: MappingAggregate
MappingDerivation?: MappingDerivation
MappingStatement?: MappingStatement
MappingQuestions?: MappingQuestions
Mapping?: Mapping
Pair?: Pair
RawArticleClaim?: RawArticleClaim
RawArticleAnnotation?: RawArticleAnnotation
RawArticleEvidence?: RawArticleEvidence
RawArticleRevision?: RawArticleRevision
RawArticleWithdrawal?: RawArticleWithdrawal
RawArticleQuestion?: RawArticleQuestion
RawArticleReview?: RawArticleReview
RawArticleRating?: RawArticleRating
RawArticleAppearance?: RawArticleAppearance
RawArticleSource?: RawArticleSource
RawArticleLocator?: RawArticleLocator
RawArticleStanceVote?: RawArticleStanceVote
RawArticle?: RawArticle
RawCitation?: RawCitation
RawConfigField?: RawConfigField
RawConfig?: RawConfig
RawDistortions?: RawDistortions
RawEntities?: RawEntities
RawExpectationsBounds?: RawExpectationsBounds
RawExpectationsTable?: RawExpectationsTable
RawExpectations?: RawExpectations
RawLicences?: RawLicences
RawPublishers?: RawPublishers
RawSourceFile?: RawSourceFile
RawSourceCounts?: RawSourceCounts
RawSource?: RawSource
RawSpellings?: RawSpellings
RawSplitsSettings?: RawSplitsSettings
RawSplitsEntry?: RawSplitsEntry
RawSplits?: RawSplits
RawTopics?: RawTopics
RawVerdicts?: RawVerdicts
RawVote?: RawVote
ReleasedChange?: ReleasedChange
ReleasedRecord?: ReleasedRecord
ReportFinding?: ReportFinding
ReportFix?: ReportFix
ReportEdit?: ReportEdit
ReportRelated?: ReportRelated
ReportAudit?: ReportAudit
ReportVerdictMaps?: ReportVerdictMaps
ReportAgreement?: ReportAgreement
ReportAuditFile?: ReportAuditFile
ReportTouched?: ReportTouched
ReportScore?: ReportScore
ReportAgainst?: ReportAgainst
Report?: Report
AnnotationRow?: AnnotationRow
AppearanceRow?: AppearanceRow
ArticleRow?: ArticleRow
ClaimRow?: ClaimRow
EntityRow?: EntityRow
EvidenceRow?: EvidenceRow
QuestionRow?: QuestionRow
ReviewRow?: ReviewRow
WithdrawnRow?: WithdrawnRow
VerdictMap?: VerdictMap
VoteSheetEntry?: VoteSheetEntry
VoteSheet?: VoteSheet
}
export interface JsonObject {
[k: string]: Json
}
export interface Position {
/**
 * Line number, from 1.
 */
line: number
/**
 * Column in Unicode code points, from 1.
 */
column: number
}
export interface Range {
start: Position
end: Position
}
/**
 * A column and how it is stored.
 */
export interface LedgerColumn {
/**
 * Name of the column.
 */
name: string
/**
 * Storage type; `nested` is what only JSON Lines carries.
 */
type: ("string" | "integer" | "number" | "boolean" | "date" | "list" | "nested")
}
/**
 * A table and its columns.
 */
export interface LedgerTable {
/**
 * Name of the table.
 */
name: string
/**
 * Public columns in their order.
 * 
 * @minItems 1
 */
columns: LedgerColumn[]
}
/**
 * The first line: what was released, when, under which licence, with which columns.
 */
export interface LedgerHeader {
/**
 * Version of the ledger's own format.
 */
ledger: "1"
/**
 * Version of the release.
 */
version: string
/**
 * Day of the release.
 */
date: string
/**
 * Version of the tables' schemas.
 */
schema_version: string
/**
 * SPDX id of the dataset's licence.
 */
license: string
/**
 * Ids of the scale, in its order.
 */
verdicts: Identifier[]
/**
 * Paths of the dataset's files, sorted.
 */
files: string[]
/**
 * SHA-256 of each part of the release that is no row: vocabularies, citation, datasheet, licence, schemas.
 */
inputs?: {
[k: string]: Sha256
}
/**
 * Every table with its columns.
 */
tables: LedgerTable[]
/**
 * The ledger before this one; null in the first.
 */
previous: ({
/**
 * Version of the release before.
 */
version: string
/**
 * SHA-256 of that ledger's file.
 */
sha256: string
} | null)
/**
 * SHA-256 of this file with 64 zeros in place of this digest.
 */
sha256: string
}
/**
 * One row of one table as it was released.
 */
export interface LedgerRow {
/**
 * Name of the table.
 */
table: string
/**
 * The row's key.
 */
id: string
/**
 * The verdict of a claim or a vote; null elsewhere.
 */
verdict: (Identifier | null)
/**
 * The status of a claim; null elsewhere.
 */
status: (Identifier | null)
/**
 * SHA-256 of the row: the JSON array of its values in the order of the columns.
 */
record: string
/**
 * A hash a column in their order: the first 12 characters of the value's SHA-256 in base64url; empty for a missing value.
 */
hashes: string[]
/**
 * The claim's revisions, where it has any.
 */
revisions?: RawArticleRevision[]
/**
 * Why a claim was withdrawn.
 */
reason?: string
}
/**
 * One change of a released claim.
 */
export interface RawArticleRevision {
/**
 * The day of the change.
 */
date: string
/**
 * The field that changed.
 */
field: string
/**
 * The old value, or null.
 */
from: (Line | null)
/**
 * The new value, or null.
 */
to: (Line | null)
/**
 * Why it was changed.
 */
reason: string
}
export interface ManifestCounts {
/**
 * Rows of claims.csv.
 */
claims: number
/**
 * Rows of articles.csv.
 */
articles: number
/**
 * Rows of evidence.csv.
 */
evidence: number
/**
 * Rows of annotations.csv.
 */
annotations: number
/**
 * Rows of entities.csv.
 */
entities: number
/**
 * Rows of withdrawn.csv.
 */
withdrawn: number
/**
 * Rows of questions.csv; absent where there is none.
 */
questions?: number
/**
 * Rows of reviews.csv; absent where there is none.
 */
reviews?: number
/**
 * Rows of appearances.csv; absent where there is none.
 */
appearances?: number
/**
 * Published claims of each class of the scale.
 */
claims_by_verdict: {
[k: string]: number
}
/**
 * Published claims of each status.
 */
claims_by_status: {
[k: string]: number
}
/**
 * Published claims of each type.
 */
claims_by_type: {
[k: string]: number
}
/**
 * Published claims of each article.
 */
claims_by_article: {
[k: string]: number
}
/**
 * Published claims of each confidence; `none` where no vote was for the verdict.
 */
claims_by_confidence: {
[k: string]: number
}
/**
 * Published claims of each split that has any; absent where no split was made.
 */
claims_by_split?: {
[k: string]: number
}
/**
 * Evidence items of each stance.
 */
evidence_by_stance: {
[k: string]: number
}
/**
 * Evidence items by after_claim.
 */
evidence_after_claim: {
[k: string]: number
}
/**
 * How far two annotators agree on the claims that both judged.
 */
agreement: (ManifestAgreement | null)
}
export interface ManifestAgreement {
/**
 * Who voted, sorted.
 */
annotators: string[]
/**
 * Published claims with independent votes of two annotators or more.
 */
claims: number
/**
 * Share of pairs of votes that agree.
 */
raw: (number | null)
/**
 * For exactly two annotators, else null.
 */
kappa: (number | null)
/**
 * Nominal.
 */
alpha: (number | null)
/**
 * 95 % bootstrap interval over claims, seeded.
 */
alpha_interval: (number[] | null)
/**
 * Each two that judged a claim in common; none where more than ten voted.
 */
pairs?: {
/**
 * The two, sorted.
 */
annotators: string[]
/**
 * Published claims that both judged.
 */
claims: number
/**
 * Share of these claims on which they agree.
 */
raw: (number | null)
/**
 * Null where chance alone would always agree.
 */
kappa: (number | null)
/**
 * 95 % bootstrap interval over claims, seeded.
 */
kappa_interval: (number[] | null)
}[]
/**
 * Each verdict that somebody voted for, against all others together.
 */
by_verdict?: {
/**
 * An id of the verdict vocabulary.
 */
verdict: string
/**
 * Claims that two judged and one at least gave this verdict.
 */
claims: number
/**
 * Nominal, of this verdict or another.
 */
alpha: (number | null)
/**
 * 95 % bootstrap interval over claims, seeded.
 */
alpha_interval: (number[] | null)
}[]
/**
 * Bootstrap resamples behind the interval.
 */
resamples: number
}
/**
 * dataset/manifest.json: what the dataset holds. It lists all files but itself and SHA256SUMS.
 */
export interface Manifest {
/**
 * Short name of the dataset.
 */
name: string
/**
 * Title of the dataset.
 */
title: string
/**
 * Version of the dataset; ends in -dev between releases.
 */
version: string
/**
 * Version of the tables' schemas.
 */
schema_version: string
/**
 * The program that wrote the files: the same labels give the same bytes with the same version of it. Missing in releases that are older than this field.
 */
tool?: {
/**
 * Name of the package.
 */
name: string
/**
 * Version of the package.
 */
version: string
}
/**
 * SPDX id of the dataset's licence.
 */
license: string
/**
 * Every table with its public columns and their storage types, in their order.
 */
tables: LedgerTable[]
/**
 * SHA-256 of each part that describes the dataset and is no row: vocabularies, citation, datasheet, licence, schemas.
 */
inputs?: {
[k: string]: Sha256
}
/**
 * Every file, sorted by path.
 */
files: {
/**
 * Relative to the manifest.
 */
path: string
/**
 * Size.
 */
bytes: number
/**
 * SHA-256 of the bytes.
 */
sha256: string
/**
 * Rows of a table, null for other files.
 */
rows: (number | null)
}[]
counts: ManifestCounts
}
export interface MappingFile {
/**
 * Path relative to the mapping.
 */
path: string
/**
 * How the file is written; by its ending where it is left out.
 */
format?: ("csv" | "tsv" | "jsonl" | "json" | "xlsx" | "claimreview")
/**
 * JSON Pointer to the list of records; empty for the whole.
 */
rows?: string
/**
 * The split that the file is.
 */
split?: (string | null)
/**
 * What separates cells.
 */
delimiter?: string
/**
 * The sign that encloses cells; null where it is a sign like any other. Without it, both readings are compared.
 */
quote?: (string | null)
/**
 * Name of the encoding; UTF-8 where it is left out.
 */
encoding?: string
/**
 * Whether the first record names the columns; a list names them where it does not.
 */
header?: (boolean | string[])
/**
 * Number or name of the sheet; the first where it is left out.
 */
sheet?: (number | string)
/**
 * Rows above the header that are no records, as a title.
 */
skip?: number
}
export interface MappingSpecified {
/**
 * Keys joined by `.`; `[]` each item, `^` what holds the item.
 */
path?: string
/**
 * How dates are written: YYYY, MM or M, DD or D, MMMM or MMM for an English name, anything else as it is; `EDTF` where it is left out. Several are separated by ` | `; a date that two of them read differently is none.
 */
form?: string
/**
 * Target of each native value, or a file of entries `{native, verdict}`.
 */
map?: ({
[k: string]: string
} | string)
/**
 * The values that are allowed.
 */
values?: string[]
/**
 * The value of every record.
 */
const?: string
/**
 * Values that say that there is none, as a placeholder in place of a name.
 */
none?: string[]
}
export interface MappingListed {
/**
 * The field.
 */
path: string
/**
 * The values that are allowed.
 */
values?: string[]
}
export interface MappingSeparated {
/**
 * The field that holds them all.
 */
path: string
/**
 * What stands between two.
 */
separator: string
}
export interface MappingEvidence {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * Id of the piece of evidence.
 */
id?: (string | MappingSpecified)
/**
 * Its text.
 */
text?: (string | MappingSpecified)
/**
 * The question that it answers.
 */
question?: (string | MappingSpecified)
/**
 * The answer.
 */
answer?: (string | MappingSpecified)
/**
 * Sort of answer.
 */
answer_type?: (string | MappingSpecified)
/**
 * What explains the answer.
 */
explanation?: (string | MappingSpecified)
/**
 * Address of the page.
 */
url?: (string | MappingSpecified)
/**
 * Address of an archived copy.
 */
archive_url?: (string | MappingSpecified)
/**
 * Title of the page.
 */
title?: (string | MappingSpecified)
/**
 * Who published it.
 */
publisher?: (string | MappingSpecified)
/**
 * When it was published.
 */
published?: (string | MappingSpecified)
/**
 * Sort of page.
 */
medium?: (string | MappingSpecified)
/**
 * What it says of the claim.
 */
stance?: (string | MappingSpecified)
/**
 * A page that has no address, by its name.
 */
page?: (string | MappingSpecified)
/**
 * Number of the sentence on the page.
 */
sentence?: (string | MappingSpecified)
/**
 * What the pieces of one group have in common.
 */
group?: (string | MappingSpecified)
/**
 * Votes on the stance, a list.
 */
votes?: (string | MappingSpecified)
}
}
export interface MappingReviews {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * Address of the review.
 */
url?: (string | MappingSpecified)
/**
 * Address of an archived copy.
 */
archive_url?: (string | MappingSpecified)
/**
 * Who published it.
 */
publisher?: (string | MappingSpecified)
/**
 * Its title.
 */
title?: (string | MappingSpecified)
/**
 * When it was published.
 */
published?: (string | MappingSpecified)
/**
 * Its language.
 */
language?: (string | MappingSpecified)
/**
 * Its verdict.
 */
verdict?: (string | MappingSpecified)
/**
 * Its rating as a number.
 */
rating?: (string | MappingSpecified)
/**
 * The worst rating that can be.
 */
worst?: (string | MappingSpecified)
/**
 * The best rating that can be.
 */
best?: (string | MappingSpecified)
}
}
export interface MappingAppearances {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * Address where the claim was made.
 */
url?: (string | MappingSpecified)
/**
 * Address of an archived copy.
 */
archive_url?: (string | MappingSpecified)
/**
 * Sort of page.
 */
medium?: (string | MappingSpecified)
/**
 * When it was published.
 */
published?: (string | MappingSpecified)
/**
 * Whether it is where the claim was made first: true, or anything else.
 */
first?: (string | MappingSpecified)
}
}
export interface MappingAnnotations {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * Who votes.
 */
annotator?: (string | MappingSpecified)
/**
 * The vote on the claim's verdict.
 */
verdict?: (string | MappingSpecified)
}
}
export interface MappingRationales {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * Numbers of the sentences of the evidence that belong together, a list.
 */
sentences?: (string | MappingSpecified)
/**
 * Name of the group.
 */
group?: (string | MappingSpecified)
}
}
export interface MappingVerdictMaps {
/**
 * The maps, relative to the mapping; a name may hold `*`.
 */
files: string[]
/**
 * A file of classes, each with its targets, separated by `|`.
 */
classes?: string
}
export interface MappingDeclared {
/**
 * Evidence is never later than the claim.
 */
evidence_before_claim?: boolean
/**
 * How votes make a label.
 */
votes?: ("majority-tie-nei" | MappingMajority)
/**
 * How the stances of the evidence make the verdict.
 */
label?: ("fever-aggregate" | MappingAggregate)
/**
 * Verdicts that go without evidence; every other one goes with it.
 */
undecided?: string[]
/**
 * Fields that follow from another field.
 */
derived?: {
[k: string]: MappingDerivation
}
/**
 * Columns that count verdicts, and the verdict that each counts.
 */
tallies?: {
[k: string]: string
}
/**
 * What a README or a paper says the files have, by a name for it.
 */
stated?: {
[k: string]: MappingStatement
}
/**
 * Groups of files that hold the same rows in several forms; the first of a group is counted.
 */
same_rows_in?: string[][]
/**
 * The number of the first sentence.
 */
first_sentence?: number
}
export interface MappingMajority {
/**
 * The commonest vote is the label.
 */
rule: "majority"
/**
 * The label of a tie.
 */
tie: string
}
export interface MappingAggregate {
/**
 * The stance, and the verdict where it occurs and the other does not.
 */
supports: string
/**
 * The opposite.
 */
refutes: string
/**
 * The verdict where both occur.
 */
both: string
/**
 * The verdict where neither occurs.
 */
neither: string
}
export interface MappingDerivation {
/**
 * The field that it follows from.
 */
from: string
/**
 * Value by value of the other field.
 */
map: {
[k: string]: string
}
}
export interface MappingStatement {
/**
 * What is stated.
 */
number: number
/**
 * What is counted; records where it is left out.
 */
of?: ("records" | "claims" | "evidence" | "votes")
/**
 * Only of this split.
 */
split?: string
/**
 * Only where these fields have these values.
 */
where?: {
[k: string]: string
}
/**
 * Only of these files.
 */
files?: string[]
}
export interface MappingQuestions {
/**
 * What is one item: a path from the record, `.` for the record itself, or a path and what separates the items in one text.
 */
each: (string | MappingSeparated)
/**
 * Role: path from the item.
 */
fields: {
/**
 * The question.
 */
text?: (string | MappingSpecified)
}
}
/**
 * What a dataset that somebody else made means: its files, and the role of each of their fields. One file for audit, score, splits, diff and import.
 */
export interface Mapping {
/**
 * Version of this format.
 */
mapping: 1
/**
 * Short name of the dataset: letters of a to z, digits and hyphens.
 */
name: string
/**
 * SPDX id or address of the licence.
 */
licence?: (string | null)
/**
 * The files, relative to the mapping.
 */
files?: MappingFile[]
/**
 * How a missing value is written; every other spelling is a finding. Without it, any one spelling a field is accepted.
 */
missing?: (string | null)[]
/**
 * Role: path of the field that has it.
 */
fields?: {
/**
 * The source's own id of the claim.
 */
id?: (string | MappingSpecified)
/**
 * The claim in words.
 */
text?: (string | MappingSpecified)
/**
 * The label of the claim.
 */
verdict?: (string | MappingSpecified)
/**
 * Who makes the claim.
 */
claimant?: (string | MappingSpecified)
/**
 * Office or function of the claimant.
 */
claimant_role?: (string | MappingSpecified)
/**
 * When the claim was made.
 */
claim_date?: (string | MappingSpecified)
/**
 * Language of the claim.
 */
language?: (string | MappingSpecified)
/**
 * Train, dev or test, where a column says so and not the file.
 */
split?: (string | MappingSpecified)
/**
 * Who published what the claim stands in.
 */
publisher?: (string | MappingSpecified)
/**
 * When that was published.
 */
published?: (string | MappingSpecified)
/**
 * Address of what the claim stands in.
 */
url?: (string | MappingSpecified)
/**
 * Its title.
 */
title?: (string | MappingSpecified)
/**
 * Why the verdict was given.
 */
justification?: (string | MappingSpecified)
/**
 * What claims that say the same have in common.
 */
cluster?: (string | MappingSpecified)
/**
 * Kinds of claim, the main one first; a map gives them our names.
 */
types?: (string | MappingSpecified)
/**
 * Countries that the claim is about, as ISO 3166-1 alpha-2.
 */
places?: (string | MappingSpecified)
}
/**
 * What a record has several of.
 */
lists?: {
evidence?: MappingEvidence
reviews?: MappingReviews
appearances?: MappingAppearances
annotations?: MappingAnnotations
rationales?: MappingRationales
questions?: MappingQuestions
}
/**
 * Fields that have no role and are kept letter for letter.
 */
extra?: (string | MappingListed)[]
/**
 * Fields that are left out on purpose.
 */
dropped?: string[]
verdict_maps?: MappingVerdictMaps
declared?: MappingDeclared
}
/**
 * One line a claim with a corrected form: the sentence as the text garbled it, and as it would be right.
 */
export interface Pair {
/**
 * The claim in the table of claims.
 */
claim_id: string
/**
 * The claim as it was made.
 */
claim: string
/**
 * The claim as it would be right.
 */
corrected: string
/**
 * What the text did to the claim: an id of the list of distortions.
 */
distortion: string
/**
 * Id of the verdict on the claim as it was made.
 */
verdict: string
/**
 * The rows of the evidence table that the verdict and the correction rest on.
 */
evidence_ids: Line[]
}
/**
 * One atomic, check-worthy statement of the article.
 */
export interface RawArticleClaim {
/**
 * <article-id>-c<number>; never reused, never renumbered.
 */
id: string
/**
 * The claim in our own words; it stands alone.
 */
text: string
/**
 * The shortest distinctive words of the article that carry the claim, exactly as printed, on one line.
 */
quote: (Line | null)
/**
 * Where the quotation stands in the normalised text; null until it is known.
 */
anchor: ({
/**
 * First code point of the quotation, from 0.
 */
start: number
/**
 * Code point after the quotation.
 */
end: number
} | null)
/**
 * An id of the entity vocabulary, or `article` for the article's own voice.
 */
claimant: (Identifier | null)
/**
 * The office held when the claim was made, where it matters.
 */
claimant_role: (Line | null)
/**
 * Who asserts the sentence as it is worded and answers for it: `claimant`, `article`, or an id of the entity vocabulary. For a report of speech in the article's own words it is `article`.
 */
asserted_by: string
/**
 * Who relays the claim, where the article names one.
 */
reported_by: (Line | null)
/**
 * When the claimant made the claim, EDTF; for the article's own voice its publication.
 */
claim_date: (Edtf | null)
/**
 * The time that the claim speaks of, EDTF, or null.
 */
event_date: (Edtf | null)
/**
 * What kind of claim it is.
 */
type: ("event" | "statement" | "numerical" | "prediction" | "position" | "causal" | "identity" | null)
/**
 * What else kind of claim it is, where a source names several.
 */
also_types: ("event" | "statement" | "numerical" | "prediction" | "position" | "causal" | "identity")[]
/**
 * Ids of the topic vocabulary.
 */
topics: Identifier[]
/**
 * Countries that the claim is about, ISO 3166-1 alpha-2.
 */
places: string[]
/**
 * An id of the verdict vocabulary; null only in a draft.
 */
verdict: (Identifier | null)
/**
 * What the source calls its verdict, letter for letter, or null.
 */
verdict_native: (Line | null)
/**
 * One or two sentences that follow from the evidence and name what decides; null only in a draft.
 */
justification: (Line | null)
/**
 * What the text did to the claim: an id of the vocabulary of distortions, or null.
 */
distortion: (Identifier | null)
/**
 * The claim as it would be right, with as few words changed as can be, or null.
 */
corrected: (Line | null)
/**
 * draft: not published; labelled: one vote; reviewed: a second reader agreed; disputed: votes differ and nobody has settled it; adjudicated: differing votes were settled; withdrawn: taken back; imported: the verdict is its source's, and nobody voted here.
 */
status: ("draft" | "labelled" | "reviewed" | "disputed" | "adjudicated" | "withdrawn" | "imported")
/**
 * Every vote, in the order in which they were cast.
 */
annotations: RawArticleAnnotation[]
/**
 * How differing votes were settled; set exactly when the status is adjudicated.
 */
adjudication: (Line | null)
/**
 * What was found for or against the claim.
 */
evidence: RawArticleEvidence[]
/**
 * What had to be found out to judge the claim.
 */
questions: RawArticleQuestion[]
/**
 * What others who check facts said of the claim.
 */
reviews: RawArticleReview[]
/**
 * Where else the claim was made.
 */
appearances: RawArticleAppearance[]
/**
 * Where the claim was imported from, or null.
 */
source: (RawArticleSource | null)
/**
 * Further fields by their names: those of the project, which `veritable.config.yml` names, and of an imported claim what its source says besides, letter for letter; or null.
 */
extra: (JsonObject | null)
/**
 * Ids of claims that say the same thing.
 */
same_as: ClaimId[]
/**
 * Changes after a release, oldest first.
 */
revisions: RawArticleRevision[]
/**
 * Why the claim was taken back; set exactly when the status is withdrawn.
 */
withdrawn: (RawArticleWithdrawal | null)
}
/**
 * One vote of one annotator.
 */
export interface RawArticleAnnotation {
/**
 * A pseudonym.
 */
annotator: string
/**
 * The verdict voted for.
 */
verdict: string
/**
 * How sure the annotator is, as the guidelines define it.
 */
confidence: ("high" | "medium" | "low")
/**
 * The day of the vote.
 */
date: string
/**
 * Version of the guidelines, a string.
 */
guideline: string
/**
 * What the annotator adds to the vote, or how a difference was settled.
 */
note: (Line | null)
}
/**
 * One source that speaks for or against the claim, or gives its context.
 */
export interface RawArticleEvidence {
/**
 * Unique in its claim; published as <claim-id>-<id>.
 */
id: string
/**
 * Where it can be read.
 */
url: (Address | null)
/**
 * An archived copy, or null.
 */
archive_url: (Address | null)
/**
 * Title of the page or document.
 */
title: (Line | null)
/**
 * Where the title was read; null or left out when nobody noted it.
 */
title_basis: ("page" | "url" | "inferred" | null)
/**
 * Who published it; a copy of another outlet's report says so.
 */
publisher: (Line | null)
/**
 * Who first reported it, or null if unknown: ten copies of one agency story are one origin.
 */
origin: (Slug | null)
/**
 * When it was published, EDTF, or null.
 */
published: (Edtf | null)
/**
 * Where the date was read; null when there is no date.
 */
published_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * The day on which the page was opened, or null; never derived.
 */
accessed: (Day | null)
/**
 * What it says about the claim as worded.
 */
stance: ("supports" | "refutes" | "context" | null)
/**
 * One sentence in the annotator's own words.
 */
shows: (Line | null)
/**
 * A short supporting quotation, or null.
 */
quote: (Line | null)
/**
 * The language of the source, BCP 47, or null when nobody noted it.
 */
language: (Language | null)
/**
 * The quotation in English where it is in another language, or null.
 */
quote_gloss: (Line | null)
/**
 * The question of the claim that it answers, or null.
 */
question: (QuestionId | null)
/**
 * The answer that it gives, or null.
 */
answer: (Line | null)
/**
 * What kind of answer it is, in the source's words, or null.
 */
answer_type: (Line | null)
/**
 * Why it bears on the claim, in the source's words, or null.
 */
explanation: (Line | null)
/**
 * What kind of thing it is, in the source's words, or null.
 */
medium: (Line | null)
/**
 * Evidence of one group decides only together; its name in the source, or null.
 */
group: (Line | null)
/**
 * Where it stands in a collection without addresses, or null.
 */
locator: (RawArticleLocator | null)
/**
 * Every vote on what it says about the claim.
 */
annotations: RawArticleStanceVote[]
}
/**
 * A place in a collection without addresses.
 */
export interface RawArticleLocator {
/**
 * The page or document, or null.
 */
page: (Line | null)
/**
 * The sentence or passage in it, or null.
 */
sentence: (Line | null)
}
/**
 * One vote of one annotator on what a piece of evidence says.
 */
export interface RawArticleStanceVote {
/**
 * A pseudonym; the place of the vote where the source names nobody.
 */
annotator: string
/**
 * The stance voted for.
 */
stance: ("supports" | "refutes" | "context")
}
/**
 * One question that had to be answered.
 */
export interface RawArticleQuestion {
/**
 * Unique in its claim; published as <claim-id>-<id>.
 */
id: string
/**
 * The question.
 */
text: string
}
/**
 * What one reviewer said of the claim.
 */
export interface RawArticleReview {
/**
 * An id of the publisher vocabulary, or null.
 */
publisher: (Identifier | null)
/**
 * Where the review can be read, or null.
 */
url: (Address | null)
/**
 * An archived copy, or null.
 */
archive_url: (Address | null)
/**
 * Its title, or null.
 */
title: (Line | null)
/**
 * When it was published, EDTF, or null.
 */
published: (Edtf | null)
/**
 * Its language, BCP 47, or null.
 */
language: (Language | null)
/**
 * What it calls its verdict, letter for letter, or null.
 */
verdict_native: (Line | null)
/**
 * Its verdict as a number of a scale, or null.
 */
rating: (RawArticleRating | null)
/**
 * The verdict of the scale that it stands for, or null.
 */
verdict: (Identifier | null)
}
/**
 * A number and the scale that it is of.
 */
export interface RawArticleRating {
/**
 * The number.
 */
value: number
/**
 * The number that is worst.
 */
worst: number
/**
 * The number that is best.
 */
best: number
}
/**
 * One place where the claim was made.
 */
export interface RawArticleAppearance {
/**
 * Where it can be read, or null.
 */
url: (Address | null)
/**
 * An archived copy, or null.
 */
archive_url: (Address | null)
/**
 * What kind of thing it is, in the source's words, or null.
 */
medium: (Line | null)
/**
 * When it was published, EDTF, or null.
 */
published: (Edtf | null)
/**
 * Whether it is the first that is known, or null.
 */
first: (boolean | null)
}
/**
 * One record of a dataset of others.
 */
export interface RawArticleSource {
/**
 * The name of the source in raw/sources/.
 */
name: string
/**
 * The record: its id in the source, or its place.
 */
row: string
}
/**
 * Why and when a claim was taken back.
 */
export interface RawArticleWithdrawal {
/**
 * The day of the withdrawal.
 */
date: string
/**
 * Why it was taken back.
 */
reason: string
/**
 * Ids of the claims that replace it.
 */
successors: ClaimId[]
}
/**
 * The front matter of raw/articles/<article-id>.md: one article and the claims that are made in it.
 */
export interface RawArticle {
/**
 * Equals the file's name without .md.
 */
id: string
/**
 * article: one text that was read; collection: gathers claims from elsewhere and has no text of its own.
 */
kind: ("article" | "collection")
/**
 * The article's headline as printed, or as inferred where the page shows none.
 */
title: (Line | null)
/**
 * Where the title was read: on the page, in the content, or inferred (from the address, for example).
 */
title_basis: ("page" | "content" | "inferred" | null)
/**
 * An id of the publisher vocabulary, or null when the publisher is not known.
 */
publisher: (Identifier | null)
/**
 * Names as printed, in order; empty when none is shown.
 */
authors: Token[]
/**
 * The article's address, or null when it is not known.
 */
url: (Address | null)
/**
 * How the address is known: from the page itself, from a copy, or inferred; null when there is no address.
 */
url_basis: ("page" | "copy" | "inferred" | null)
/**
 * An archived copy of the article, or null.
 */
archive_url: (Address | null)
/**
 * When the article was published, EDTF.
 */
published: (Edtf | null)
/**
 * Where the date was read.
 */
published_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * The language of the text, BCP 47.
 */
language: string
/**
 * The language that the text was translated from, BCP 47, or null.
 */
translated_from: (Language | null)
/**
 * How the source language is known; required where translated_from is set.
 */
translated_from_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * How the text came about.
 */
nature: ("original" | "rewritten" | "translated" | "repost" | null)
/**
 * The reporting that the text goes back to.
 */
derived_from: {
/**
 * The earlier report, in words.
 */
what: string
/**
 * Its address, or null.
 */
url: (Address | null)
}[]
/**
 * Under which licence the text is, and whose it is.
 */
rights: ({
/**
 * An SPDX id or LicenseRef-… that raw/vocabulary/licences.yml defines.
 */
license: string
/**
 * Who holds the rights, or null when it is not known.
 */
holder: (Line | null)
} | null)
/**
 * full: the body is the article; withheld: the body is a synopsis in the project's own words; none: a collection, which has no text.
 */
text: ("full" | "withheld" | "none")
/**
 * The article as it was read; required when the text is withheld.
 */
capture: ({
/**
 * Name of the capture's file in raw/captures/ or in the folder given with --captures.
 */
file: string
/**
 * How the text is normalised before digest and offsets are taken.
 */
norm: "norm-1"
/**
 * SHA-256 of the normalised text in UTF-8.
 */
sha256: string
/**
 * Unicode code points of the normalised text.
 */
characters: number
} | null)
/**
 * Findings that are accepted, each with its reason.
 */
suppress: {
/**
 * The code of the rule.
 */
code: string
/**
 * The claim that the exception is for; without it the exception holds for the whole article.
 */
claim: (ClaimId | null)
/**
 * Why the finding is accepted.
 */
reason: string
}[]
/**
 * Further fields of the project, by their names; `veritable.config.yml` says which there are.
 */
extra: (JsonObject | null)
/**
 * The claims of the article, each judged on its own.
 */
claims: RawArticleClaim[]
}
/**
 * CITATION.cff: the one place for title, authors, version, date and licence. Other keys of the Citation File Format 1.2.0 are allowed.
 */
export interface RawCitation {
/**
 * Version of the Citation File Format.
 */
"cff-version": "1.2.0"
/**
 * What readers are asked to do.
 */
message: string
/**
 * dataset, so that nobody takes it for software.
 */
type?: "dataset"
/**
 * Title of the dataset; its short name is made from it.
 */
title: string
/**
 * What the dataset is, in a few sentences.
 */
abstract?: string
/**
 * Entities by name, or persons.
 * 
 * @minItems 1
 */
authors: {
/**
 * Name of an entity.
 */
name?: string
/**
 * Given names of a person.
 */
"given-names"?: string
/**
 * Family names of a person.
 */
"family-names"?: string
}[]
/**
 * Words to find it by.
 */
keywords?: Line[]
/**
 * SPDX id of the dataset's licence.
 */
license: string
/**
 * The newest release; written by `npm run release`.
 */
version?: string
/**
 * The day of the newest release; written by `npm run release`.
 */
"date-released"?: string
/**
 * Where the source is kept, once there is an address.
 */
"repository-code"?: string
/**
 * Landing page of the dataset.
 */
url?: string
/**
 * Digital object identifier.
 */
doi?: string
}
/**
 * What a field means and what it may hold, in words of JSON Schema. A field may always be null or be left out.
 */
export interface RawConfigField {
/**
 * A short name for people.
 */
title: string
/**
 * What the column means; the codebook has it.
 */
description: string
/**
 * string, integer, number, boolean, or array: a list of texts.
 */
type: ("string" | "integer" | "number" | "boolean" | "array")
/**
 * day: a text that is a day as YYYY-MM-DD.
 */
format?: "day"
/**
 * The only texts there are; of a list, the only items.
 * 
 * @minItems 1
 */
enum?: Line[]
/**
 * The least number.
 */
minimum?: number
/**
 * The largest number.
 */
maximum?: number
/**
 * A value that it may have; the codebook shows it.
 */
example?: (string | number | boolean | string[])
}
/**
 * veritable.config.yml beside raw/: settings of the project. It may be left out.
 */
export interface RawConfig {
/**
 * The language that claims, justifications and synopses are written in, BCP 47. The card, the Croissant description and the page say it.
 */
labels_language?: string
/**
 * Severities that differ from the rules' own, by code. A warning or info may be raised, so that it stops a build, and a warning lowered to info; an error stays one.
 */
rules?: {
[k: string]: "error" | "warning" | "info"
}
/**
 * Further fields that labels write under their key `extra`. Each is published as the column `extra_<name>` in every format.
 */
extra?: {
/**
 * By their names: small letters, digits and `_`, from a letter.
 */
claims?: {
[k: string]: RawConfigField
}
/**
 * The same for articles.
 */
articles?: {
[k: string]: RawConfigField
}
}
}
export interface RawExpectationsBounds {
/**
 * Under it is an error.
 */
min?: number
/**
 * Over it is a warning.
 */
max?: number
}
export interface RawExpectationsTable {
rows?: RawExpectationsBounds
/**
 * Share of rows in which a column has a value, 0 to 1, by column.
 */
fill?: {
[k: string]: RawExpectationsBounds
}
}
/**
 * raw/expectations.yml: how many rows a table has, and how full its columns are.
 */
export interface RawExpectations {
/**
 * Expectations by table.
 */
tables: {
[k: string]: RawExpectationsTable
}
}
/**
 * One file that was read.
 */
export interface RawSourceFile {
/**
 * Its path in the mapping.
 */
path: string
/**
 * Digest of its bytes, by which an export knows it again.
 */
sha256: string
/**
 * Records in it.
 */
records: number
}
/**
 * Numbers, each by what was counted.
 */
export interface RawSourceCounts {
[k: string]: number
}
/**
 * raw/sources/<name>.yml: a dataset that somebody else made, and how its claims came here. `npm run import` writes it.
 */
export interface RawSource {
/**
 * What claims call it in `source`; the file's name without its ending.
 */
name: string
/**
 * SPDX id or address of the licence, where it is known.
 */
licence?: string
/**
 * The files that were read, in the order of the mapping.
 * 
 * @minItems 1
 */
files: RawSourceFile[]
/**
 * How many claims came of them.
 */
claims: number
/**
 * How many of these have no verdict.
 */
drafts: number
skipped?: RawSourceCounts
alterations?: RawSourceCounts
/**
 * The mapping by which they were read, with each map of verdicts in the place of its file.
 */
mapping: Mapping
}
/**
 * How the splits are made.
 */
export interface RawSplitsSettings {
/**
 * Version of the ledger's form.
 */
splits: 1
/**
 * What decides where a group of claims goes.
 */
by: ("group" | "time" | "hold-out")
/**
 * Per cent of train, dev and test, with `by: group`.
 * 
 * @minItems 3
 * @maxItems 3
 */
shares?: number[]
/**
 * The first day of test, with `by: time`.
 */
from?: string
/**
 * What is test, with `by: hold-out`.
 */
hold_out?: {
/**
 * What claims are held out by.
 */
field: ("publisher" | "language" | "review")
/**
 * Publishers by id or name, languages, or hosts of reviews.
 * 
 * @minItems 1
 */
values: string[]
}
/**
 * What ties claims into groups.
 */
edges: ("article" | "text" | "cluster" | "evidence" | "review" | "appearance")[]
}
/**
 * A claim and its split.
 */
export interface RawSplitsEntry {
/**
 * Its id; in the ledger of a mapped dataset the id that it has there.
 */
claim: string
/**
 * `excluded` is in none, since it ties two of them together.
 */
split: ("train" | "dev" | "test" | "excluded")
/**
 * Claims of other splits that an excluded claim is tied to.
 */
with?: string[]
}
/**
 * A line of raw/votes/<annotator>.jsonl: one vote of the annotator that the file is named after. Lines are only ever added.
 */
export interface RawVote {
/**
 * Its id.
 */
claim: string
/**
 * The verdict voted for.
 */
verdict: string
/**
 * How sure the annotator is, as the guidelines define it.
 */
confidence: ("high" | "medium" | "low")
/**
 * The day of the vote.
 */
date: string
/**
 * Version of the guidelines, a string.
 */
guideline: string
/**
 * What the annotator adds to the vote, or null.
 */
note?: (Line | null)
}
/**
 * One line of changes.jsonl: a change that a release made. What a claim takes with it when it comes or goes, and columns that follow from others, are not listed on their own.
 */
export interface ReleasedChange {
/**
 * The release that made the change.
 */
version: string
/**
 * Day of the release.
 */
date: string
/**
 * Name of the table.
 */
table: string
/**
 * The row's key.
 */
id: string
/**
 * added, withdrawn (a claim, with its reason), dropped (another row); verdict, text, particulars, stance or metadata for a changed value.
 */
kind: ("added" | "withdrawn" | "dropped" | "verdict" | "text" | "particulars" | "stance" | "metadata")
/**
 * The column that changed; null where the row came or went.
 */
column: (string | null)
/**
 * The old value, where the ledger or a revision has it.
 */
old: (string | null)
/**
 * The new value, where the ledger or a revision has it.
 */
new: (string | null)
/**
 * Why, from the claim's revisions or its withdrawal.
 */
reason: (Line | null)
}
/**
 * One line of records.jsonl: a row of a table and the release in which it was last changed.
 */
export interface ReleasedRecord {
/**
 * Name of the table.
 */
table: string
/**
 * The row's key.
 */
id: string
/**
 * SHA-256 of the JSON array of the row's values in the order of the columns.
 */
content_sha256: string
/**
 * The release in which the row was last changed; null for a change that is not released yet.
 */
version: (Semver | null)
}
/**
 * One thing that is wrong at one place.
 */
export interface ReportFinding {
/**
 * The rule's code; stable for ever.
 */
code: string
/**
 * error stops a build; warning and info do not.
 */
severity: ("error" | "warning" | "info")
/**
 * Path relative to the working directory, with `/`.
 */
file: string
/**
 * Where in the file; null where the file as a whole is meant.
 */
range: (Range | null)
/**
 * JSON Pointer to the value inside the front matter; empty for the whole.
 */
pointer: string
/**
 * What is wrong, one sentence.
 */
message: string
/**
 * What was expected, or null.
 */
expected: (string | null)
/**
 * What was found, at most 120 characters, or null.
 */
found: (string | null)
/**
 * What to do, or null.
 */
hint: (string | null)
/**
 * The edits that `npm run fix` applies, or null where no edit is certain.
 */
fix: (ReportFix | null)
/**
 * Other places that matter.
 */
related: ReportRelated[]
}
export interface ReportFix {
/**
 * What the fix does.
 */
title: string
/**
 * Texts to put in place of ranges; an empty range inserts.
 * 
 * @minItems 1
 */
edits: ReportEdit[]
}
export interface ReportEdit {
/**
 * Path relative to the working directory, with `/`.
 */
file: string
/**
 * Where in the file; null where the file as a whole is meant.
 */
range: (Range | null)
/**
 * The text to put there.
 */
text: string
}
export interface ReportRelated {
/**
 * Path relative to the working directory, with `/`.
 */
file: string
/**
 * Where in the file; null where the file as a whole is meant.
 */
range: (Range | null)
/**
 * What is there.
 */
message: string
}
/**
 * Counts of an audit and its defect score.
 */
export interface ReportAudit {
/**
 * Name of the dataset.
 */
name: string
/**
 * Records that could be read.
 */
records: number
/**
 * Records that could not.
 */
refused: number
/**
 * Records with a claim.
 */
claims: number
/**
 * Records of files that hold the same rows as another.
 */
copies: number
/**
 * Every file with what was read.
 */
files: ReportAuditFile[]
/**
 * Records by split and verdict; an empty name where there is none.
 */
verdicts: {
[k: string]: {
[k: string]: number
}
}
verdict_maps: ReportVerdictMaps
/**
 * How far votes agree, for claims and for evidence; empty where nothing has two votes.
 */
agreement: ReportAgreement[]
/**
 * Findings by code, those too that are not listed.
 */
codes: {
[k: string]: number
}
touched: ReportTouched
score: ReportScore
against?: ReportAgainst
}
export interface ReportAuditFile {
/**
 * The file.
 */
path: string
/**
 * Its split, or null.
 */
split: (string | null)
/**
 * Records read.
 */
records: number
/**
 * Records that could not be read.
 */
refused: number
}
export interface ReportVerdictMaps {
/**
 * Maps.
 */
files: number
/**
 * Words with their target.
 */
pairs: number
/**
 * Different native words, whatever their capitals.
 */
words: number
}
export interface ReportAgreement {
/**
 * What was voted on.
 */
of: ("claims" | "evidence")
/**
 * How many of them have two votes or more.
 */
units: number
/**
 * Votes on them.
 */
votes: number
/**
 * Share of agreeing pairs of votes.
 */
raw: (number | null)
/**
 * Nominal, without regard to who voted; null where only one label occurs.
 */
alpha: (number | null)
/**
 * 95 % of 2,000 resamples of the units; null where there is no alpha.
 * 
 * @minItems 2
 * @maxItems 2
 */
alpha_interval: (number[] | null)
}
export interface ReportTouched {
/**
 * By an error.
 */
error: number
/**
 * By a warning.
 */
warning: number
/**
 * By either.
 */
either: number
}
export interface ReportScore {
/**
 * By an error.
 */
error: number
/**
 * By a warning.
 */
warning: number
/**
 * By either.
 */
either: number
}
export interface ReportAgainst {
/**
 * Findings that the older report does not have.
 */
new: number
/**
 * Findings of the older report that are there no more.
 */
gone: number
/**
 * Findings that both have.
 */
same: number
}
/**
 * What `npm run validate -- --format json` and `npm run audit -- --format json` print. Findings are sorted by file, line, column and code.
 */
export interface Report {
/**
 * Version of this format.
 */
version: 1
/**
 * `audit` where the data are somebody else's; left out for the project's own.
 */
kind?: "audit"
/**
 * Counts of the run.
 */
summary: {
/**
 * Article files read.
 */
articles: number
/**
 * Claims in them.
 */
claims: number
/**
 * Findings of severity error.
 */
errors: number
/**
 * Findings of severity warning.
 */
warnings: number
/**
 * How many quotations were compared with the article's text.
 */
quotations: {
/**
 * Compared with body or capture.
 */
checked: number
/**
 * Not compared, since no capture was at hand.
 */
unchecked: number
}
}
audit?: ReportAudit
/**
 * All findings.
 */
findings: ReportFinding[]
}
/**
 * One row a vote of an annotator: on the verdict of a claim, or on the stance of a piece of its evidence.
 */
export interface AnnotationRow {
/**
 * <claim-id>-v<number>, in the order of the votes.
 */
annotation_id: string
/**
 * The claim that was judged.
 */
claim_id: string
/**
 * The article of that claim.
 */
article_id: string
/**
 * Pseudonym of the annotator.
 */
annotator: string
/**
 * The verdict voted for.
 */
verdict: (Identifier | null)
/**
 * high, medium or low, as the guidelines define it.
 */
confidence: ("high" | "medium" | "low" | null)
/**
 * The day of the vote.
 */
date: (Day | null)
/**
 * Version of the guidelines.
 */
guideline: (Line | null)
/**
 * What the annotator adds, or how a difference was settled.
 */
note: (Line | null)
/**
 * What the vote is on: the id of the claim, or of a piece of its evidence.
 */
target: string
/**
 * The stance voted for, in a vote on a piece of evidence.
 */
stance: ("supports" | "refutes" | "context" | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a place where a claim was made, besides its article.
 */
export interface AppearanceRow {
/**
 * The claim's id and the appearance's number.
 */
appearance_id: string
/**
 * The claim that it belongs to.
 */
claim_id: string
/**
 * The claim's article.
 */
article_id: string
/**
 * Where it can be read.
 */
url: (Address | null)
/**
 * An archived copy.
 */
archive_url: (Address | null)
/**
 * What kind of thing it is, in the source's words.
 */
medium: (Line | null)
/**
 * When it was published, EDTF.
 */
published: (Edtf | null)
/**
 * Earliest day that published allows; empty when it is open.
 */
published_first: (Day | null)
/**
 * Latest day that published allows; empty when it is open.
 */
published_last: (Day | null)
/**
 * Whether it is the first that is known.
 */
first: (boolean | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row an article from which claims were taken.
 */
export interface ArticleRow {
/**
 * Stable id of the article.
 */
article_id: string
/**
 * The headline, as printed or inferred.
 */
title: (Line | null)
/**
 * page, content or inferred.
 */
title_basis: ("page" | "content" | "inferred" | null)
/**
 * Name of the publisher, or `unknown`.
 */
publisher: string
/**
 * Id of the publisher; empty when it is not known.
 */
publisher_id: (Identifier | null)
/**
 * Names as printed.
 */
authors: Token[]
/**
 * The article's address; empty when it is not known.
 */
url: (Address | null)
/**
 * page, copy or inferred; empty without an address.
 */
url_basis: ("page" | "copy" | "inferred" | null)
/**
 * An archived copy.
 */
archive_url: (Address | null)
/**
 * When the article was published, EDTF.
 */
published: (Edtf | null)
/**
 * Earliest day that `published` allows; empty when it is open.
 */
published_first: (Day | null)
/**
 * Latest day that `published` allows; empty when it is open.
 */
published_last: (Day | null)
/**
 * page, url, content, copy or inferred.
 */
published_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * Language of the text, BCP 47.
 */
language: string
/**
 * Language that the text was translated from, BCP 47.
 */
translated_from: (Language | null)
/**
 * page, url, content, copy or inferred.
 */
translated_from_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * original, rewritten, translated or repost.
 */
nature: ("original" | "rewritten" | "translated" | "repost" | null)
/**
 * The reporting that the text goes back to: a description, followed by its address in angle brackets where it is known.
 */
derived_from: Token[]
/**
 * Licence of the article's text.
 */
license: (Line | null)
/**
 * Who holds the rights in the text.
 */
rights_holder: (Line | null)
/**
 * full: the project may publish the text; withheld: it may not.
 */
text_status: ("full" | "withheld" | "none")
/**
 * SHA-256 of the normalised text that quote_start and quote_end count in.
 */
text_sha256: (Sha256 | null)
/**
 * Unicode code points of the normalised text.
 */
text_characters: (number | null)
/**
 * The article in the project's own words, where its text is withheld.
 */
synopsis: (Line | null)
/**
 * Published claims of the article.
 */
claims_count: number
/**
 * `article`: one text; `collection`: claims gathered from elsewhere, without a text.
 */
kind: ("article" | "collection")
/**
 * Only in a private edition.
 */
article_text?: (string | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a published claim: what was said, who said it and when, where it stands, and the verdict with its reason.
 */
export interface ClaimRow {
/**
 * Stable id of the claim; never reused.
 */
claim_id: string
/**
 * The article in which the claim is made.
 */
article_id: string
/**
 * The claim in the project's words; it stands alone.
 */
claim: string
/**
 * The distinctive words of the article that carry the claim; empty where a claim was imported without one.
 */
quote: (Line | null)
/**
 * Name of who makes the claim; the publisher's name (or `unknown`) where the article speaks in its own voice.
 */
claimant: string
/**
 * The office held when the claim was made, where it matters.
 */
claimant_role: (Line | null)
/**
 * When the claimant made the claim, EDTF.
 */
claim_date: (Edtf | null)
/**
 * event, statement, numerical, prediction, position, causal or identity.
 */
claim_type: ("event" | "statement" | "numerical" | "prediction" | "position" | "causal" | "identity" | null)
/**
 * Id of the verdict; empty where votes differ and no verdict holds yet.
 */
verdict: (Identifier | null)
/**
 * What decides the verdict.
 */
justification: (Line | null)
/**
 * Name of the article's publisher, or `unknown`.
 */
source_publisher: string
/**
 * The article's headline.
 */
source_title: (Line | null)
/**
 * The article's address, or empty when it is not known.
 */
source_url: (Address | null)
/**
 * When the article was published, EDTF.
 */
source_published: (Edtf | null)
/**
 * Language of the article, BCP 47.
 */
source_language: string
/**
 * How many rows of the evidence table belong to the claim.
 */
evidence_count: number
/**
 * In the order of the evidence; a `|` in an address is written %7C.
 */
evidence_urls: Address[]
/**
 * labelled: one vote; reviewed: a second reader agreed; disputed: votes differ and nobody has settled it; adjudicated: differing votes were settled.
 */
status: ("labelled" | "reviewed" | "disputed" | "adjudicated" | "imported")
/**
 * Id of the entity; empty for the article's own voice.
 */
claimant_id: (Identifier | null)
/**
 * person, government, organisation, media, group, or `article` for the article's own voice; `unknown` where the source of an imported claim names nobody.
 */
claimant_kind: ("person" | "government" | "organisation" | "media" | "group" | "article" | "unknown")
/**
 * Who relays the claim, where the article names one.
 */
reported_by: (Line | null)
/**
 * The time that the claim speaks of, EDTF.
 */
event_date: (Edtf | null)
/**
 * Earliest day that claim_date allows; empty when it is open.
 */
claim_date_first: (Day | null)
/**
 * Latest day that claim_date allows; empty when it is open.
 */
claim_date_last: (Day | null)
/**
 * The nearest class of AVeriTeC; empty without a counterpart.
 */
verdict_averitec: (Line | null)
/**
 * The nearest class of FEVER; empty without a counterpart.
 */
verdict_fever: (Line | null)
/**
 * The lowest confidence among the votes for the published verdict; empty when no vote was for it.
 */
confidence: ("high" | "medium" | "low" | null)
/**
 * How many votes were cast on the claim.
 */
votes: number
/**
 * How many different known origins the evidence has; ten copies of one story are one.
 */
origins_count: number
/**
 * Ids of topics.
 */
topics: Identifier[]
/**
 * All other published claims that say the same thing, sorted.
 */
same_as: ClaimId[]
/**
 * The least id among the claims that say the same thing; the claim's own id when it is alone.
 */
cluster_id: string
/**
 * First code point of the quotation in the normalised text, from 0.
 */
quote_start: (number | null)
/**
 * Code point after the quotation.
 */
quote_end: (number | null)
/**
 * How differing votes were settled; empty unless the status is adjudicated.
 */
adjudication: (Line | null)
/**
 * Where the claim goes when a model is trained: train, dev or test, which nothing ties together; `excluded` is in none of them, since it would tie two. Empty where no split was made.
 */
split: ("train" | "dev" | "test" | "excluded" | null)
/**
 * Name of who asserts the claim as it is worded and answers for it: the claimant, or the publisher (or `unknown`) where the article reports in its own words what somebody said.
 */
asserted_by: string
/**
 * Id of the entity that asserts the claim; empty where the article does.
 */
asserted_by_id: (Identifier | null)
/**
 * person, government, organisation, media, group, or `article` where the article asserts the claim; `unknown` where the source of an imported claim names nobody.
 */
asserted_by_kind: ("person" | "government" | "organisation" | "media" | "group" | "article" | "unknown")
/**
 * What the text did to the claim: an id of the list of distortions; empty where nothing was distorted, or nobody noted it.
 */
distortion: (Identifier | null)
/**
 * The claim as it would be right; with the claim it is a minimal pair.
 */
corrected: (Line | null)
/**
 * The dataset that the claim was imported from; empty for a claim of this project's own.
 */
source_name: (Slug | null)
/**
 * The record of that dataset: its id there, or its place.
 */
source_row: (Line | null)
/**
 * All types of the claim, the first of them first.
 */
claim_types: ("event" | "statement" | "numerical" | "prediction" | "position" | "causal" | "identity")[]
/**
 * Countries that the claim is about, ISO 3166-1 alpha-2.
 */
places: string[]
/**
 * What the source calls its verdict, letter for letter.
 */
verdict_native: (Line | null)
/**
 * Where reviews of the claim by others can be read, in the order of the table of reviews.
 */
review_urls: Address[]
/**
 * The sentence in which the quotation stands; only in a private edition.
 */
quote_sentence?: (Line | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
article: ArticleRow
/**
 * The claim's rows of the evidence table.
 */
evidence: EvidenceRow[]
/**
 * The claim's rows of the annotation table.
 */
annotations: AnnotationRow[]
/**
 * Changes of the claim after its first release, oldest first.
 */
revisions: RawArticleRevision[]
/**
 * The claim's rows of the table of questions.
 */
questions: QuestionRow[]
/**
 * The claim's rows of the table of reviews.
 */
reviews: ReviewRow[]
/**
 * The claim's rows of the table of appearances.
 */
appearances: AppearanceRow[]
/**
 * What the source of an imported claim says besides, letter for letter; null for other claims.
 */
extra: (JsonObject | null)
}
/**
 * One row a source that was weighed for a claim.
 */
export interface EvidenceRow {
/**
 * <claim-id>-e<number>.
 */
evidence_id: string
/**
 * The claim that the source was weighed for.
 */
claim_id: string
/**
 * The article of that claim.
 */
article_id: string
/**
 * Where the source can be read.
 */
url: (Address | null)
/**
 * An archived copy.
 */
archive_url: (Address | null)
/**
 * Title of the source.
 */
title: (Line | null)
/**
 * page, url or inferred; empty when nobody noted it.
 */
title_basis: ("page" | "url" | "inferred" | null)
/**
 * Who published it.
 */
publisher: (Line | null)
/**
 * Who first reported it; empty if unknown.
 */
origin: (Slug | null)
/**
 * When it was published, EDTF.
 */
published: (Edtf | null)
/**
 * Earliest day that `published` allows.
 */
published_first: (Day | null)
/**
 * Latest day that `published` allows.
 */
published_last: (Day | null)
/**
 * page, url, content, copy or inferred.
 */
published_basis: ("page" | "url" | "content" | "copy" | "inferred" | null)
/**
 * The day on which the page was opened.
 */
accessed: (Day | null)
/**
 * supports, refutes or context, of the claim as worded.
 */
stance: ("supports" | "refutes" | "context" | null)
/**
 * One sentence in the annotator's words.
 */
shows: (Line | null)
/**
 * A short supporting quotation.
 */
quote: (Line | null)
/**
 * Whether the source was published after the claim was made; empty when the dates do not decide.
 */
after_claim: (boolean | null)
/**
 * The language of the source, BCP 47, or null when nobody noted it.
 */
language: (Language | null)
/**
 * The quotation in English where it is in another language, or null.
 */
quote_gloss: (Line | null)
/**
 * The question of the claim that it answers.
 */
question_id: (Line | null)
/**
 * The answer that it gives.
 */
answer: (Line | null)
/**
 * What kind of answer it is, in the source's words.
 */
answer_type: (Line | null)
/**
 * Why it bears on the claim, in the source's words.
 */
explanation: (Line | null)
/**
 * What kind of thing it is, in the source's words.
 */
medium: (Line | null)
/**
 * Evidence of one group decides only together; its name in the source.
 */
evidence_group: (Line | null)
/**
 * The page or document, in a collection without addresses.
 */
locator_page: (Line | null)
/**
 * The sentence or passage on that page.
 */
locator_sentence: (Line | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a question that had to be answered to judge a claim.
 */
export interface QuestionRow {
/**
 * The claim's id and the question's.
 */
question_id: string
/**
 * The claim that it belongs to.
 */
claim_id: string
/**
 * The claim's article.
 */
article_id: string
/**
 * The question.
 */
question: string
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a review of a claim by others who check facts.
 */
export interface ReviewRow {
/**
 * The claim's id and the review's number.
 */
review_id: string
/**
 * The claim that it belongs to.
 */
claim_id: string
/**
 * The claim's article.
 */
article_id: string
/**
 * Name of who reviewed, or `unknown`.
 */
publisher: string
/**
 * Id of the publisher; empty when it is not known.
 */
publisher_id: (Identifier | null)
/**
 * Where the review can be read.
 */
url: (Address | null)
/**
 * An archived copy.
 */
archive_url: (Address | null)
/**
 * Its title.
 */
title: (Line | null)
/**
 * When it was published, EDTF.
 */
published: (Edtf | null)
/**
 * Earliest day that published allows; empty when it is open.
 */
published_first: (Day | null)
/**
 * Latest day that published allows; empty when it is open.
 */
published_last: (Day | null)
/**
 * Its language, BCP 47.
 */
language: (Language | null)
/**
 * What it calls its verdict, letter for letter.
 */
verdict_native: (Line | null)
/**
 * Its verdict as a number.
 */
rating_value: (number | null)
/**
 * The number of its scale that is worst.
 */
rating_worst: (number | null)
/**
 * The number of its scale that is best.
 */
rating_best: (number | null)
/**
 * The verdict of the scale that it stands for.
 */
verdict: (Identifier | null)
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a claimant of the vocabulary.
 */
export interface EntityRow {
/**
 * Stable id of the entity.
 */
entity_id: string
/**
 * The name shown to readers.
 */
name: string
/**
 * person, government, organisation, media or group.
 */
kind: ("person" | "government" | "organisation" | "media" | "group" | "unknown")
/**
 * Every other spelling that occurs.
 */
aliases: Token[]
/**
 * The Wikidata id where a source shows it.
 */
wikidata: (string | null)
/**
 * Published claims that the entity makes.
 */
claims_count: number
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * One row a claim that was taken back; it stays here for ever.
 */
export interface WithdrawnRow {
/**
 * The id, never used again.
 */
claim_id: string
/**
 * The article in which the claim was made.
 */
article_id: string
/**
 * The claim as it was last worded.
 */
claim: string
/**
 * The verdict it last had.
 */
last_verdict: (Identifier | null)
/**
 * The day of the withdrawal.
 */
withdrawn_date: string
/**
 * The first release without the claim; empty until it is made.
 */
version: (Semver | null)
/**
 * Why it was taken back.
 */
reason: string
/**
 * Ids of the claims that replace it.
 */
successors: ClaimId[]
/**
 * `private` in an edition that holds the articles' text; the column is absent from the public dataset.
 */
edition?: "private"
}
/**
 * A claim, what it rests on, and the vote.
 */
export interface VoteSheetEntry {
/**
 * Its id.
 */
id: string
/**
 * The verdict voted for; null is no vote.
 */
verdict?: (Identifier | null)
/**
 * high, medium or low, as the guidelines define it.
 */
confidence?: ("high" | "medium" | "low" | null)
/**
 * What the annotator adds to the vote, or null.
 */
note?: (Line | null)
/**
 * The claim as it was shown. Where it has changed since, the vote is on another sentence.
 */
claim: string
/**
 * The words of the article.
 */
quote?: (string | null)
/**
 * Who said it, by name.
 */
claimant?: (string | null)
/**
 * When it was said.
 */
claim_date?: (string | null)
/**
 * What was found, without what it is taken to say.
 * 
 * Items: One source.
 */
evidence?: {

}[]
}
/**
 * What `npm run vote` writes for one annotator, and reads back: claims with their evidence, and nothing that tells how others judged them.
 */
export interface VoteSheet {
/**
 * The pseudonym of who votes.
 */
annotator: string
/**
 * Version of the guidelines, a string.
 */
guideline: string
/**
 * The day of the votes; null is the day on which the sheet is read.
 */
date?: (Day | null)
/**
 * The claims to vote on.
 */
claims: VoteSheetEntry[]
}

/** The row type of every table. */
export interface Rows {
  claims: ClaimRow;
  articles: ArticleRow;
  evidence: EvidenceRow;
  annotations: AnnotationRow;
  entities: EntityRow;
  withdrawn: WithdrawnRow;
  questions: QuestionRow;
  reviews: ReviewRow;
  appearances: AppearanceRow;
}
