namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>A question that cannot be answered.</summary>
/// <param name="remedy">Remedy: a question that can be answered.</param>
/// <param name="isMissing">Whether the question names something that does not exist, rather than being invalid.</param>
public sealed class WhatIfRequestException(string message, string remedy, bool isMissing = false) : Exception(message)
{
    public string Remedy { get; } = remedy;

    public bool IsMissing { get; } = isMissing;
}
