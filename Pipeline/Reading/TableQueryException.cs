namespace CommunityDemand.Pipeline.Reading;

/// <summary>A reader asked for what cannot be answered.</summary>
internal sealed class TableQueryException(string error, string remedy, int statusCode = 400) : Exception(error)
{
    public string Remedy { get; } = remedy;

    public int StatusCode { get; } = statusCode;
}
