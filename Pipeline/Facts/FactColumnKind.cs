namespace CommunityDemand.Pipeline.Facts;

internal enum FactColumnKind
{
    Text,
    Number,
    Date,
}
