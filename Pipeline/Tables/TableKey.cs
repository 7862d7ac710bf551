using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityDemand.Pipeline.Tables;

/// <summary>
/// Keys of the public tables: parts joined by <c>|</c>, each escaped so that any text fits and equal texts alone have equal keys. ASCII
/// letters, digits, <c>-</c>, <c>_</c>, <c>.</c> and letters of other scripts stay; every other UTF-16 unit becomes <c>~</c> and its four
/// hexadecimal digits. (Azure Tables forbids / \ # ? and control characters in keys, and mishandles % and '.)
/// </summary>
public static class TableKey
{
    /// <summary>
    /// Between the parts of a key; sorts after every character of an escaped part but <c>~</c> and letters of other scripts.
    /// </summary>
    public const char Separator = '|';

    private const char Mark = '~';

    // A key holds 512 UTF-16 units and one part of free text beside short ones.
    private const int LongestPart = 160;
    private const int DigestLength = 16;
    private const int LongestPath = 300;
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>
    /// Escapes one part. One that would be longer than 160 characters is cut and ends in <c>~~</c> and a digest of the whole.
    /// </summary>
    public static string Escape(string part)
    {
        var key = new StringBuilder(part.Length);
        foreach (var c in part)
        {
            if (Plain.Contains(c) || (c >= 0x80 && char.IsLetter(c))) key.Append(c);
            else key.Append(Mark).Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        if (key.Length <= LongestPart) return key.ToString();
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(part)))[..DigestLength];
        return $"{key.ToString(0, LongestPart - DigestLength - 2)}{Mark}{Mark}{digest}";
    }

    /// <summary>The text that <see cref="Escape"/> was given.</summary>
    /// <exception cref="FormatException">The text is no escaped part, or one that was cut.</exception>
    public static string Unescape(string key)
    {
        var part = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] != Mark)
            {
                part.Append(key[i]);
                continue;
            }

            if (i + 4 >= key.Length
                || !ushort.TryParse(key.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                throw new FormatException($"'{key}' is not a whole escaped key.");
            part.Append((char)unit);
            i += 4;
        }

        return part.ToString();
    }

    /// <summary>A key of several parts.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0) key.Append(Separator);
            key.Append(Escape(parts[i]));
        }

        return key.ToString();
    }

    /// <summary>
    /// The path of an upload as a row key: letters, digits and <c>-_. </c> stay, a slash is <c>|</c>, anything else <c>!</c> and its four
    /// hexadecimal digits; a long path ends in <c>~</c> and a digest.
    /// </summary>
    public static string OfPath(string path)
    {
        var key = new StringBuilder(path.Length + 16);
        foreach (var c in path)
        {
            if ((char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) || c is '-' or '_' or '.' or ' ') key.Append(c);
            else if (c == '/') key.Append('|');
            else key.Append(CultureInfo.InvariantCulture, $"!{(int)c:x4}");
        }

        if (key.Length <= LongestPath) return key.ToString();
        key.Length = LongestPath;
        return key.Append('~').Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))).ToString();
    }

    /// <summary>What every longer key that begins with these parts begins with.</summary>
    public static string Prefix(params ReadOnlySpan<string> parts) => Join(parts) + Separator;

    /// <summary>The least key above all those that begin with a prefix of <see cref="Prefix"/>.</summary>
    public static string After(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);

    /// <summary>The filter of a query for all keys that begin with a prefix of <see cref="Prefix"/>.</summary>
    /// <param name="property"><c>PartitionKey</c> or <c>RowKey</c>.</param>
    internal static string Range(string property, string prefix) => $"{property} ge '{prefix}' and {property} lt '{After(prefix)}'";

    /// <summary>A day within a key: yyyyMMdd.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
