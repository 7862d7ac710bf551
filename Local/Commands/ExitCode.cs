namespace CommunityDemand.Local.Commands;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Something broke that the user did not cause.</summary>
    public const int Failure = 1;

    /// <summary>A bad option or input; the message says what to do.</summary>
    public const int UserError = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Interrupted = 130;
}
