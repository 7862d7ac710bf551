namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>What is known of a sheet only after all of it.</summary>
/// <param name="Merged">Its merged cells.</param>
/// <param name="Hash">Of all its values; null where it was not asked for, or where there are no values.</param>
internal sealed record SheetSurvey(IReadOnlyList<MergedRange> Merged, UInt128? Hash);
