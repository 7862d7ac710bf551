using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>What the values of each column look like, whatever they mean.</summary>
internal sealed class ColumnSurvey
{
    private readonly List<SurveyedColumn> _columns = [];
    private long _rows;

    /// <summary>Reads the rows that can be split into values.</summary>
    /// <param name="most">Rows to read at most.</param>
    public static async Task<IReadOnlyList<SurveyedColumn>> ReadAsync(
        RowSource rows, CancellationToken cancellationToken, long most = long.MaxValue)
    {
        var survey = new ColumnSurvey();
        while (survey._rows < most && await rows.ReadAsync(cancellationToken))
        {
            if (rows.Fault is null) survey.Add(rows);
        }

        survey.Widen(rows.Header.Count);
        foreach (var (column, name) in survey._columns.Zip(rows.Header)) (column.Name, column.Rows) = (name, survey._rows);
        return survey._columns;
    }

    private void Add(RowSource rows)
    {
        _rows++;
        Widen(rows.Header.Count);
        for (var i = 0; i < _columns.Count; i++) _columns[i].Add(rows[i].Trim());
    }

    private void Widen(int width)
    {
        while (_columns.Count < width) _columns.Add(new SurveyedColumn());
    }
}
