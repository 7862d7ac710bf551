namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>What the columns of a wide table are values of.</summary>
internal enum WideDimension
{
    Period,
    Service,
    Group,
}
