namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>A question that cannot be answered.</summary>
/// <param name="remedy">What to ask instead.</param>
/// <param name="isMissing">Whether what it names is not there, rather than ill put.</param>
public sealed class WhatIfRequestException(string message, string remedy, bool isMissing = false) : Exception(message)
{
    public string Remedy { get; } = remedy;

    public bool IsMissing { get; } = isMissing;
}
