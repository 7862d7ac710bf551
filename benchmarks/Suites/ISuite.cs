namespace CommunityDemand.Benchmarks.Suites;

/// <summary>A public collection of files, and what has to be made of each.</summary>
internal interface ISuite
{
    /// <summary>Its public repository, owner and name.</summary>
    string Repository { get; }

    /// <summary>What is looked for in the folder: the checkout, by the name of its repository or of its owner.</summary>
    string Folder { get; }

    /// <summary>What is to be reached, in words.</summary>
    string Goal { get; }

    /// <summary>Reads every file.</summary>
    /// <param name="folder">The checkout.</param>
    IAsyncEnumerable<SuiteCase> RunAsync(string folder, CancellationToken cancellationToken);
}
