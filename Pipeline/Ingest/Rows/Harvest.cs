using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Keys;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>What one pass over the rows of an upload brought: stored files that nothing names yet, and the account.</summary>
/// <param name="UploadId">In the names of the files.</param>
/// <param name="Tally">The account.</param>
/// <param name="Parts">Fact files, as <see cref="FactPartNames"/> writes them.</param>
/// <param name="Span">First and last day of the facts.</param>
/// <param name="Days">On which days its communities reported usage; nothing for other datasets.</param>
/// <param name="Cells">A sample of its daily sums; nothing for other datasets.</param>
/// <param name="Demand">Its demand by period; nothing for other datasets.</param>
/// <param name="Unidentified">Kept rows that no id over all files tells from a repetition.</param>
/// <param name="Overlap">What its mapping says of sums that other files have too.</param>
/// <param name="Quarantine">Blob of the rejected rows; null where there is none.</param>
/// <param name="Mapping">Name of the mapping that was used; null where none was.</param>
/// <param name="Excluded">Good rows left out.</param>
/// <param name="Styles">How the values were read.</param>
/// <param name="Assumptions">What was assumed of the file.</param>
/// <param name="Doubts">What the file does not tell.</param>
/// <param name="Similar">Names that may be one.</param>
/// <param name="Spelt">Its keys, as <see cref="SpeltKeys"/> writes them.</param>
internal sealed record Harvest(
    string UploadId,
    Tally Tally,
    string Parts,
    (DateOnly First, DateOnly Last)? Span,
    ReportedDays Days,
    CellSample Cells,
    CountedDemand Demand,
    long Unidentified,
    OverlapRule Overlap,
    string? Quarantine,
    string? Mapping,
    Exclusions Excluded,
    SurveyedStyles Styles,
    IReadOnlyList<Message> Assumptions,
    IReadOnlyList<Message> Doubts,
    IReadOnlyList<SimilarName> Similar,
    byte[] Spelt);
