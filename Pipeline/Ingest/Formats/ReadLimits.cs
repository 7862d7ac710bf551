namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>What a file may ask of memory and time.</summary>
internal static class ReadLimits
{
    /// <summary>Columns of a table; a sheet has no more.</summary>
    public const int Columns = 16_384;

    /// <summary>Characters of a row, header included.</summary>
    public const int RowCharacters = 1 << 20;

    /// <summary>Characters that are kept, and shown, of a row that is longer.</summary>
    public const int KeptOfOverlong = 4096;

    /// <summary>Inflated bytes that are let pass whatever the ratio.</summary>
    public const long HarmlessInflatedBytes = 64L << 20;

    /// <summary>Inflated bytes per stored byte; tables of real services compress 5 to 50 times.</summary>
    public const long InflationRatio = 200;
}
