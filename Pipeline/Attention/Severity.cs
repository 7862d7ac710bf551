namespace CommunityDemand.Pipeline.Attention;

/// <summary>Severity of a finding: how much a reader has to do.</summary>
internal enum Severity
{
    /// <summary>Action is needed.</summary>
    Act,

    /// <summary>Action may become necessary.</summary>
    Watch,

    /// <summary>Information only.</summary>
    Know,
}
