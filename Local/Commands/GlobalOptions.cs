using System.CommandLine;

namespace CommunityDemand.Local.Commands;

/// <summary>Options of every sub-command.</summary>
internal static class GlobalOptions
{
    /// <summary>Storage account or running emulator to use instead of the embedded one.</summary>
    public static Option<string?> Storage { get; } = new("--storage")
    {
        Description = "Connection string of a storage account or of a running Azurite; by default an embedded Azurite is started",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>Folder of the embedded Azurite and of the sample city.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "Folder for the data of Azurite and the generated city; by default, commands after a demo use the data of the demo",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo(".local"),
    };

    /// <summary>Shows the logs of the libraries, and the stack trace of an unexpected failure.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Show the logs of the libraries, and the stack trace of a failure",
        Recursive = true,
    };
}
