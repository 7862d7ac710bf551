namespace CommunityDemand.Pipeline.Attention;

/// <summary>How much a finding asks of a reader.</summary>
internal enum Severity
{
    /// <summary>Something is to be done.</summary>
    Act,

    /// <summary>Something may have to be done.</summary>
    Watch,

    /// <summary>Good to know.</summary>
    Know,
}
