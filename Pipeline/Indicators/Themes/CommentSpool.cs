using System.IO.Compression;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Indicators.Themes;

/// <summary>
/// A temporary file of comments that wait for the model. The model learns from all comments before it can classify one, and comments are
/// too many for memory. Add all comments, then read them once.
/// </summary>
internal sealed class CommentSpool : IDisposable
{
    private FileStream? _file;
    private BinaryWriter? _writer;
    private long _count;

    public void Add(PlacedComment comment)
    {
        _writer ??= new BinaryWriter(new BufferedStream(
            new BrotliStream(_file = ScratchFile.Create(), CompressionLevel.Fastest, leaveOpen: true), 1 << 16));
        _writer.Write(comment.Community);
        _writer.Write(comment.Service is not null);
        if (comment.Service is not null) _writer.Write(comment.Service);
        _writer.Write(comment.Date.DayNumber);
        _writer.Write(comment.Text);
        _count++;
    }

    /// <summary>The comments in their order.</summary>
    public IEnumerable<PlacedComment> Read()
    {
        if (_file is null) yield break;
        _writer!.Dispose();
        _file.Position = 0;
        using var reader = new BinaryReader(new BufferedStream(
            new BrotliStream(_file, CompressionMode.Decompress, leaveOpen: true), 1 << 16));
        for (var left = _count; left > 0; left--)
        {
            var community = reader.ReadString();
            var service = reader.ReadBoolean() ? reader.ReadString() : null;
            var date = DateOnly.FromDayNumber(reader.ReadInt32());
            yield return new PlacedComment(community, service, date, reader.ReadString());
        }
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _file?.Dispose();
    }
}
