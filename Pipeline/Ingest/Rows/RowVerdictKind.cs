namespace CommunityDemand.Pipeline.Ingest.Rows;

internal enum RowVerdictKind
{
    Kept,
    Rejected,
    Duplicate,
}
