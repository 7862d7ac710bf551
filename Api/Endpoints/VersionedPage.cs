using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.FileProviders;

namespace CommunityDemand.Api.Endpoints;

/// <summary>The page with the version of its files in their addresses.</summary>
/// <param name="Version">Hash of the names and contents of all files, in hexadecimal digits.</param>
/// <param name="Html">The page in UTF-8.</param>
internal sealed record VersionedPage(string Version, byte[] Html)
{
    private const string Place = "{version}";
    private const int VersionBytes = 8;

    /// <summary>Reads all files once, and writes their version into the page.</summary>
    /// <param name="page">The page, with <c>{version}</c> in the addresses of its files.</param>
    /// <param name="folder">Files that the page is made of.</param>
    /// <param name="library">A file from elsewhere; null where the host has none.</param>
    public static VersionedPage Of(IFileInfo page, IFileProvider folder, IFileInfo? library)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendAll(hash, folder, "");
        if (library is not null) Append(hash, library.Name, library);
        var version = Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, VersionBytes));
        var html = Encoding.UTF8.GetString(Read(page)).Replace(Place, version, StringComparison.Ordinal);
        return new VersionedPage(version, Encoding.UTF8.GetBytes(html));
    }

    private static void AppendAll(IncrementalHash hash, IFileProvider folder, string path)
    {
        foreach (var entry in folder.GetDirectoryContents(path).OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var name = $"{path}/{entry.Name}";
            if (entry.IsDirectory) AppendAll(hash, folder, name);
            else Append(hash, name, entry);
        }
    }

    private static void Append(IncrementalHash hash, string name, IFileInfo file)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(name));
        hash.AppendData(SHA256.HashData(Read(file)));
    }

    private static byte[] Read(IFileInfo file)
    {
        using var stream = file.CreateReadStream();
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
