namespace CommunityDemand.Domain.Text;

/// <summary>Fields of delimited text (RFC 4180).</summary>
public static class CsvField
{
    /// <summary>The text between quotes if it needs them, otherwise as it is.</summary>
    public static string Of(string text, char separator = ',') =>
        text.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || text.Contains(separator) ? Quoted(text) : text;

    /// <summary>The text between quotes.</summary>
    public static string Quoted(string text) => $"\"{Inside(text)}\"";

    /// <summary>The text as it stands between quotes that are there already.</summary>
    public static string Inside(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    /// <summary>Fields with the separator between them, each quoted if it needs it; no line end.</summary>
    public static string Line(IEnumerable<string> fields, char separator = ',') =>
        string.Join(separator, fields.Select(field => Of(field, separator)));
}
