namespace CommunityDemand.Local.Commands;

/// <summary>Exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>An unexpected failure, not caused by the user.</summary>
    public const int Failure = 1;

    /// <summary>A wrong option or input; the message tells the remedy.</summary>
    public const int UserError = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
