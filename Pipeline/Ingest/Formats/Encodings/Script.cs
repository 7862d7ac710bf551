namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>What an encoding is made for.</summary>
internal enum Script
{
    Simplified,
    Traditional,
    Japanese,
    Korean,
    Western,
    CentralEuropean,
    Turkish,
    Cyrillic,
    Greek,
    Hebrew,
    Arabic,
    Thai,
}
