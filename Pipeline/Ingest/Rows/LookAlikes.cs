using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Letters and signs that stand for others in a name: ligatures, Roman and circled numerals of one character, the sign for a number, the
/// Turkish i, the German ß, and Cyrillic and Greek letters with the shape of Latin ones. A small part of the confusables of Unicode
/// Technical Standard 39 and of form KC, which the runtime has not without ICU.
/// </summary>
internal static class LookAlikes
{
    private const char FirstRoman = '\u2160';
    private const char FirstSmallRoman = '\u2170';
    private const char FirstCircled = '\u2460';
    private const char FirstBracketed = '\u2474';
    private const char FirstDotted = '\u2488';
    private const int Numerals = 20;

    private const string Foreign = "АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    private const string Latin = "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo";

    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The text in letters and digits of ASCII, where a letter has such a look-alike; the same text where none has.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u00A9') < 0) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text) Append(folded, c);
        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char c)
    {
        if (Place(c, FirstRoman, Romans.Length) is { } roman) folded.Append(Romans[roman]);
        else if (Place(c, FirstSmallRoman, Romans.Length) is { } small) folded.Append(Romans[small]);
        else if ((Place(c, FirstCircled, Numerals) ?? Place(c, FirstBracketed, Numerals) ?? Place(c, FirstDotted, Numerals)) is { } number)
            folded.Append(number + 1);
        else if (Place(c, '\uFB00', Ligatures.Length) is { } ligature) folded.Append(Ligatures[ligature]);
        else if (Foreign.IndexOf(c) is >= 0 and var foreign) folded.Append(Latin[foreign]);
        else folded.Append(Other(c));
    }

    private static int? Place(char c, char first, int count) => c >= first && c < first + count ? c - first : null;

    private static string Other(char c) => c switch
    {
        'ß' or 'ẞ' => "ss",
        'İ' or 'ı' => "i",
        '№' => "No",
        'º' or '°' => "o",
        'ª' => "a",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        _ => c.ToString(),
    };
}
