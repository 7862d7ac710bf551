using System.Reflection;

namespace CommunityDemand.Tests.Layering;

/// <summary>
/// Folders of a project, and for each the folders whose types it names. The first segment of a namespace after the project's is the folder.
/// </summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> _edges = new(StringComparer.Ordinal);

    /// <param name="edges">A folder, a folder that it names, and where. An edge of a folder to itself says only that the folder is
    /// there.</param>
    public FolderGraph(IEnumerable<(string From, string To, string Where)> edges)
    {
        foreach (var (from, to, where) in edges)
        {
            var targets = In(_edges, from);
            if (from == to) continue;
            In(targets, to).Add(where);
            In(_edges, to);
        }
    }

    /// <summary>Registrations are left out: a registration names its whole folder and what the folder needs.</summary>
    public static FolderGraph Of(Assembly project)
    {
        var root = project.GetName().Name!;
        return new FolderGraph(
            from reference in CodeReferences.Of(project)
            where Holds(reference.From) && !reference.From.Name.EndsWith("Registration", StringComparison.Ordinal)
            from to in CodeReferences.Types(reference.To).Where(Holds)
            select (Folder(reference.From), Folder(to), $"{reference.From.Name} -> {to.Name}"));

        bool Holds(Type type) => type.Assembly == project && type.Namespace?.StartsWith(root, StringComparison.Ordinal) == true;

        string Folder(Type type) => type.Namespace!.Length == root.Length ? "(root)" : type.Namespace[(root.Length + 1)..].Split('.')[0];
    }

    /// <summary>Groups of folders that all reach one another, each group in the alphabet's order; empty without a cycle.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cycles()
    {
        var reached = _edges.Keys.ToDictionary(folder => folder, Reached);
        return
        [
            .. _edges.Keys
                .Where(folder => reached[folder].Contains(folder))
                .Select(folder => _edges.Keys.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder)).ToArray())
                .DistinctBy(cycle => cycle[0]),
        ];
    }

    /// <summary>
    /// A line for each folder with the folders that it names, all of which stand in earlier lines. Folders on or above a cycle come last,
    /// with the types.
    /// </summary>
    public IEnumerable<string> Lines()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        while (_edges.Keys.FirstOrDefault(folder => !told.Contains(folder) && _edges[folder].Keys.All(told.Contains)) is { } next)
        {
            told.Add(next);
            yield return $"{next}: {string.Join(", ", _edges[next].Keys)}";
        }

        foreach (var folder in _edges.Keys.Where(folder => !told.Contains(folder)))
        {
            foreach (var (target, places) in _edges[folder]) yield return $"not in order: {folder}: {target} ({string.Join("; ", places)})";
        }
    }

    private HashSet<string> Reached(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(_edges[folder].Keys);
        while (open.TryPop(out var next))
        {
            if (!reached.Add(next)) continue;
            foreach (var further in _edges[next].Keys) open.Push(further);
        }

        return reached;
    }

    private static T In<T>(SortedDictionary<string, T> map, string key)
        where T : class
    {
        if (!map.TryGetValue(key, out var value)) map.Add(key, value = (T)Activator.CreateInstance(typeof(T), StringComparer.Ordinal)!);
        return value;
    }
}
