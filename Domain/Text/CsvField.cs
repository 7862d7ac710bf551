namespace CommunityDemand.Domain.Text;

/// <summary>Fields of delimited text (RFC 4180).</summary>
public static class CsvField
{
    /// <summary>A field: quoted where necessary, otherwise unchanged.</summary>
    public static string Of(string text, char separator = ',') =>
        text.AsSpan().IndexOfAny('"', '\r', '\n') >= 0 || text.Contains(separator) ? Quoted(text) : text;

    /// <summary>A quoted field.</summary>
    public static string Quoted(string text) => $"\"{Inside(text)}\"";

    /// <summary>The text of a field whose quotes are written by the caller.</summary>
    public static string Inside(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    /// <summary>A line of fields with separators, each field quoted where necessary; without a line end.</summary>
    public static string Line(IEnumerable<string> fields, char separator = ',') =>
        string.Join(separator, fields.Select(field => Of(field, separator)));
}
