namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>A folder of files that are uploaded together, laid out like container <c>uploads</c>.</summary>
internal sealed class Drop(SampleCityOptions options, string root, string name)
{
    private readonly List<FileAccount> _accounts = [];

    /// <summary>Name of the folder.</summary>
    public string Name { get; } = name;

    /// <summary>Accounts of the files, in the order of their paths, which is the order of upload.</summary>
    public IReadOnlyList<FileAccount> Accounts => [.. _accounts.OrderBy(a => a.Path, StringComparer.Ordinal)];

    /// <summary>Creates a file of rows.</summary>
    /// <param name="path">Path inside the drop, without extension.</param>
    public async Task<UploadTable> OpenAsync(
        string path, FileStyle style, TableColumn[] columns, IReadOnlyList<Flaw> flaws, CancellationToken cancellationToken)
    {
        var account = Add(path + style.Extension());
        return new UploadTable(await style.CreateAsync(PathOf(account), columns, cancellationToken), account, options, flaws);
    }

    /// <summary>Creates a file that is unreadable as a whole; the caller completes its account.</summary>
    public async Task<FileAccount> WriteBrokenAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var account = Add(path);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(account))!);
        await using var file = File.Create(PathOf(account));
        await file.WriteAsync(content, cancellationToken);
        return account;
    }

    /// <summary>Copies a file of this drop to another name.</summary>
    public void Copy(string from, string to)
    {
        var account = Add(to);
        account.DuplicateWhole();
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(account))!);
        File.Copy(Path.Combine(root, Name, from), PathOf(account), overwrite: true);
    }

    private FileAccount Add(string path)
    {
        var account = new FileAccount(Name, path);
        _accounts.Add(account);
        return account;
    }

    private string PathOf(FileAccount account) => Path.Combine(root, Name, account.Path);
}
