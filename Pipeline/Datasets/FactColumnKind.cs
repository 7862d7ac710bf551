namespace CommunityDemand.Pipeline.Datasets;

internal enum FactColumnKind
{
    Text,
    Number,
    Date,
}
