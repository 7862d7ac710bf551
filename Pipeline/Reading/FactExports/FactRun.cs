using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>Sorted facts in a temporary file.</summary>
internal sealed class FactRun : IDisposable
{
    private readonly FactColumn[] _columns;
    private readonly FileStream _file;
    private readonly int _rows;

    private FactRun(FactColumn[] columns, FileStream file, int rows)
    {
        _columns = columns;
        _file = file;
        _rows = rows;
    }

    public static FactRun Write(FactColumn[] columns, IEnumerable<Cell[]> sorted)
    {
        var file = ScratchFile.Create();
        using var writer = new BinaryWriter(file, System.Text.Encoding.UTF8, leaveOpen: true);
        var rows = 0;
        foreach (var row in sorted)
        {
            rows++;
            for (var place = 0; place < columns.Length; place++)
            {
                if (columns[place].Kind != FactColumnKind.Text)
                {
                    writer.Write(row[place].Number);
                    continue;
                }

                writer.Write(row[place].Text is not null);
                if (row[place].Text is { } text) writer.Write(text);
            }
        }

        return new FactRun(columns, file, rows);
    }

    public IEnumerable<Cell[]> Read()
    {
        _file.Position = 0;
        using var reader = new BinaryReader(_file, System.Text.Encoding.UTF8, leaveOpen: true);
        for (var number = 0; number < _rows; number++)
        {
            var row = new Cell[_columns.Length];
            for (var place = 0; place < row.Length; place++)
            {
                row[place] = _columns[place].Kind != FactColumnKind.Text ? Cell.Of(reader.ReadDouble())
                    : reader.ReadBoolean() ? Cell.Of(reader.ReadString())
                    : Cell.Missing;
            }

            yield return row;
        }
    }

    public void Dispose() => _file.Dispose();
}
