namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Names out of a file as a message shows them: short, few, and without characters that do not print.</summary>
internal static class ShownName
{
    private const int Longest = 60;
    private const int MostListed = 20;
    private const string Ellipsis = "...";

    public static string Of(string name)
    {
        var clean = string.Concat(name.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c));
        return name.Length <= Longest ? clean : clean + Ellipsis;
    }

    public static IReadOnlyList<string> Of(IEnumerable<string> names)
    {
        var all = names.ToArray();
        return [.. all.Take(MostListed).Select(Of), .. all.Length > MostListed ? [Ellipsis] : Array.Empty<string>()];
    }
}
