using System.CommandLine;
using CommunityDemand.Benchmarks.Sets;

namespace CommunityDemand.Benchmarks.Commands;

/// <summary>The options of <c>accuracy</c>.</summary>
internal sealed class AccuracyOptions
{
    private readonly IReadOnlyList<string> _all;
    private readonly Option<string[]> _sets = new("--set")
    {
        Description = "Run this one alone; may be repeated",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _noPeers = new("--no-peers") { Description = "Leave out the methods of R's package forecast" };
    private readonly Option<bool> _peers = new("--peers")
    {
        Description = "Fit R's methods; fits are kept, so that only the first run is long",
        DefaultValueFactory = _ => true,
    };

    private readonly Option<FileInfo?> _output = new("--output")
    {
        Description = "File to write; sections of sets that are not run stay as it has them. Default: docs/accuracy.md; with --quick none",
        HelpName = "FILE",
    };

    private readonly Option<DirectoryInfo> _data = new("--data")
    {
        Description = "Folder of the published data",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Checkout.DefaultData),
    };

    private readonly Option<DirectoryInfo> _cache = new("--cache")
    {
        Description = "Folder that keeps R's fits",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Checkout.Root, "benchmarks", ".cache")),
    };

    private readonly Option<bool> _quick = new("--quick") { Description = "One origin and small samples: a first impression" };

    /// <param name="all">Names of all sets.</param>
    public AccuracyOptions(IReadOnlyList<string> all)
    {
        _all = all;
        _sets.AcceptOnlyFromAmong([.. all]);
    }

    /// <summary>Makes a command take them.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_sets, _peers, _noPeers, _output, _data, _cache, _quick]) command.Add(option);
    }

    /// <summary>Names of the sets to run.</summary>
    public IReadOnlyList<string> Chosen(ParseResult parsed) => parsed.GetRequiredValue(_sets) is { Length: > 0 } chosen ? chosen : _all;

    public bool WithPeers(ParseResult parsed) => parsed.GetValue(_peers) && !parsed.GetValue(_noPeers);

    public bool IsQuick(ParseResult parsed) => parsed.GetValue(_quick);

    public string Data(ParseResult parsed) => parsed.GetRequiredValue(_data).FullName;

    public string Cache(ParseResult parsed) => parsed.GetRequiredValue(_cache).FullName;

    /// <summary>The file to write; null for none.</summary>
    public FileInfo? Output(ParseResult parsed) =>
        parsed.GetValue(_output) ?? (IsQuick(parsed) ? null : new FileInfo(Path.Combine(Checkout.Root, "docs", "accuracy.md")));
}
