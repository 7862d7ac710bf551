using System.Text;
using System.Xml;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>A part of a workbook, read forward. Elements are known by their local names: Strict workbooks have other namespaces.</summary>
internal sealed class PartXml : IDisposable
{
    private const int MostDepth = 256;
    private const string RelationshipsEnd = "/relationships";

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 0,
        CloseInput = true,
    };

    private readonly XmlReader _xml;
    private readonly string _part;
    private readonly char[] _chunk = new char[256];

    public PartXml(Stream content, string part)
    {
        _xml = XmlReader.Create(content, Settings);
        _part = part;
    }

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    public bool IsElement => _xml.NodeType == XmlNodeType.Element;

    public bool IsText =>
        _xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    /// <summary>Local name of the current element.</summary>
    public string Name => _xml.LocalName;

    public string? this[string attribute] => _xml.GetAttribute(attribute);

    /// <summary>The id of a relationship to another part, in whichever namespace.</summary>
    public string? RelationshipId
    {
        get
        {
            string? id = null;
            for (var more = _xml.MoveToFirstAttribute(); more; more = _xml.MoveToNextAttribute())
            {
                if (_xml.LocalName == "id" && _xml.NamespaceURI.EndsWith(RelationshipsEnd, StringComparison.OrdinalIgnoreCase))
                    id = _xml.Value;
            }

            _xml.MoveToElement();
            return id;
        }
    }

    public bool IsEndOf(string name) => _xml.NodeType == XmlNodeType.EndElement && Name == name;

    public async ValueTask<bool> ReadAsync()
    {
        try
        {
            if (!await _xml.ReadAsync()) return false;
        }
        catch (XmlException damaged)
        {
            throw new UnreadableUploadException(WorkbookMessages.DamagedPart(_part), damaged);
        }

        return _xml.Depth <= MostDepth ? true : throw new UnreadableUploadException(WorkbookMessages.TooDeep());
    }

    /// <summary>Moves to the next element of a name inside its container.</summary>
    public async ValueTask<bool> MoveToAsync(string name, string container)
    {
        while (await ReadAsync())
        {
            if (IsElement && Name == name) return true;
            if (IsEndOf(container)) return false;
        }

        return false;
    }

    /// <summary>All t of an element, without the readings (rPh) of Asian texts.</summary>
    public async ValueTask<string> ReadRichTextAsync()
    {
        if (IsEmpty) return "";
        var depth = Depth;
        var text = new StringBuilder();
        var reading = int.MaxValue;
        while (await ReadAsync() && Depth > depth)
        {
            if (Depth > reading) continue;
            reading = int.MaxValue;
            if (!IsElement) continue;
            if (Name == "t") text.Append(await ReadTextAsync());
            else if (Name == "rPh" && !IsEmpty) reading = Depth;
            if (text.Length > ReadLimits.RowCharacters) throw new UnreadableUploadException(FileMessages.LongText());
        }

        return ValueEscape.Decode(text.ToString());
    }

    /// <summary>The text of an element, which ends as the current node.</summary>
    public async ValueTask<string> ReadTextAsync()
    {
        if (IsEmpty) return "";
        var depth = Depth;
        string? first = null;
        StringBuilder? more = null;
        while (await ReadAsync() && Depth > depth)
        {
            if (!IsText) continue;
            while (await ReadChunkAsync() is > 0 and var read)
            {
                if (first is null)
                {
                    first = new string(_chunk, 0, read);
                    continue;
                }

                more ??= new StringBuilder(first);
                more.Append(_chunk, 0, read);
                if (more.Length > ReadLimits.RowCharacters) throw new UnreadableUploadException(FileMessages.LongText());
            }
        }

        return more?.ToString() ?? first ?? "";
    }

    public void Dispose() => _xml.Dispose();

    private async ValueTask<int> ReadChunkAsync()
    {
        try
        {
            return await _xml.ReadValueChunkAsync(_chunk, 0, _chunk.Length);
        }
        catch (XmlException damaged)
        {
            throw new UnreadableUploadException(WorkbookMessages.DamagedPart(_part), damaged);
        }
    }
}
