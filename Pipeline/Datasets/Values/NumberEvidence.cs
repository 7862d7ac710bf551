namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What the numbers of a file tell of their style.</summary>
internal sealed class NumberEvidence
{
    private string? _point;
    private string? _comma;
    private string? _eitherPoint;
    private string? _eitherComma;

    /// <summary>A number that reads differently under the two styles; null where the file has none.</summary>
    public string? Doubtful => _eitherPoint ?? _eitherComma;

    /// <summary>Whether a number of one style tells how the doubtful ones are meant.</summary>
    public bool IsTold => _point is not null || _comma is not null;

    public void Add(ReadOnlySpan<char> text)
    {
        switch (NumberParser.ShapeOf(text))
        {
            case NumberShape.Point:
                _point ??= text.ToString();
                break;
            case NumberShape.Comma:
                _comma ??= text.ToString();
                break;
            case NumberShape.EitherPoint:
                _eitherPoint ??= text.ToString();
                break;
            case NumberShape.EitherComma:
                _eitherComma ??= text.ToString();
                break;
        }
    }

    /// <summary>A number that can only be of the style.</summary>
    public string? EvidenceOf(NumberStyle style) => style == NumberStyle.Comma ? _comma : _point;

    /// <summary>The style of the file.</summary>
    /// <param name="typical">
    /// Style of most files of the kind: where nothing tells, a file with semicolons between values has decimal commas.
    /// </param>
    public NumberStyle Decide(NumberStyle typical) => (_point, _comma) switch
    {
        (not null, not null) => NumberStyle.Mixed,
        (not null, null) => NumberStyle.Point,
        (null, not null) => NumberStyle.Comma,
        // 1.234 and 1,250 in one file: each may part thousands only if the other parts decimals.
        _ when _eitherPoint is not null && _eitherComma is not null => NumberStyle.Mixed,
        _ => typical,
    };
}
