namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The texts that cells of a workbook name by number, held up to a limit.</summary>
internal static class SharedTexts
{
    private const long MostCharacters = 48L << 20;
    private const int CharactersOfAnEntry = 16;

    public static async ValueTask<List<string>> ReadAsync(XlsxPackage package, string? part, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        if (part is null || !package.Has(part)) return texts;
        using var xml = package.Open(part);
        var characters = 0L;
        while (await xml.MoveToAsync("si", "sst"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = await xml.ReadRichTextAsync();
            if ((characters += text.Length + CharactersOfAnEntry) > MostCharacters)
                throw new UnreadableUploadException(FileMessages.TooManyTexts());
            texts.Add(text);
        }

        return texts;
    }
}
