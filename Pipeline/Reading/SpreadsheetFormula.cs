using System.Buffers;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>Keeps text from being taken for a formula by the spreadsheet that opens it (OWASP, CSV injection).</summary>
public static class SpreadsheetFormula
{
    // Beside the signs that begin a formula those that a spreadsheet skips before one, and the full-width signs of Chinese keyboards.
    private static readonly SearchValues<char> Beginnings = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text, with a leading apostrophe if it would be one.</summary>
    public static string Defuse(string text) => text.Length > 0 && Beginnings.Contains(text[0]) ? "'" + text : text;
}
