namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>How exported facts are written.</summary>
public enum FactFormat
{
    Csv,
    Parquet,
}
