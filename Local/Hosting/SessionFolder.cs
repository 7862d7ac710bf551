using System.CommandLine;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Local.Hosting;

/// <summary>
/// The data folder of a command that may read files of its own: theirs alone, and gone with the command, unless the user names one.
/// </summary>
internal sealed class SessionFolder : IDisposable
{
    private readonly bool _isTemporary;

    private SessionFolder(DirectoryInfo directory, bool isTemporary)
    {
        Directory = directory;
        _isTemporary = isTemporary;
    }

    public DirectoryInfo Directory { get; }

    /// <param name="input">Files to read first; null where the folder's own facts are meant.</param>
    public static SessionFolder Of(ParseResult parsed, DirectoryInfo? input)
    {
        var isNamed = parsed.GetResult(GlobalOptions.Data) is { Implicit: false } || parsed.GetValue(GlobalOptions.Storage) is not null;
        return input is null || isNamed
            ? new SessionFolder(DataFolder.Of(parsed), isTemporary: false)
            : new SessionFolder(System.IO.Directory.CreateTempSubdirectory("facts-"), isTemporary: true);
    }

    public void Dispose()
    {
        if (_isTemporary) Directory.Delete(recursive: true);
    }
}
