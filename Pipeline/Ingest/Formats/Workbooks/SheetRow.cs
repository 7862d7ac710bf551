using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>One row of a sheet, reused for the next.</summary>
internal sealed class SheetRow
{
    private const int LongestError = 16;

    private readonly List<string> _values = [];
    private readonly Dictionary<int, Message> _faults = [];
    private long _characters;

    /// <summary>As the spreadsheet program counts it, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether a filter or a user hides it.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Why the row as a whole can't be read, or null.</summary>
    public Message? Fault { get; private set; }

    public int Count => _values.Count;

    /// <summary>The value of a column as it is shown; empty where there is none.</summary>
    public string this[int column] => column < _values.Count ? _values[column] : "";

    public bool IsBlank => Fault is null && _faults.Count == 0 && !_values.Exists(value => !string.IsNullOrWhiteSpace(value));

    public void Begin(long number, bool isHidden)
    {
        (Number, IsHidden, Fault, _characters) = (number, isHidden, null, 0);
        _values.Clear();
        _faults.Clear();
    }

    public void Set(int column, string text)
    {
        if (text.Length == 0) return;
        // A shared text costs its file a few bytes a cell, and would cost the quarantine its length each time.
        if ((_characters += text.Length) > ReadLimits.RowCharacters)
        {
            Fault = RowMessages.TooLong;
            return;
        }

        while (_values.Count <= column) _values.Add("");
        _values[column] = text;
    }

    public void SetFault(int column, Message fault) => _faults[column] = fault;

    /// <param name="error">As the cell shows it; what is longer than any is not repeated.</param>
    public void SetError(int column, string error) => SetFault(
        column, error.Length is > 1 and <= LongestError && error[0] == '#' ? WorkbookMessages.NamedError(error) : RowMessages.ErrorValue);

    public Message? FaultOf(int column) => _faults.GetValueOrDefault(column);

    public string[] ToArray() => [.. _values];
}
