using System.CommandLine;

namespace CommunityDemand.Local.Commands;

/// <summary>Options that every sub-command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>A storage account or a running emulator instead of the embedded one.</summary>
    public static Option<string?> Storage { get; } = new("--storage")
    {
        Description = "Connection string of a storage account or of a running Azurite; without it an embedded Azurite is started",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>Where the embedded Azurite and the sample city keep their files.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "Folder for Azurite's data and the generated city; without it, commands after a demo read what it showed",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo(".local"),
    };

    /// <summary>Shows what the libraries log, and the stack of an unexpected failure.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show what happens inside, and the stack trace of a failure",
        Recursive = true,
    };
}
