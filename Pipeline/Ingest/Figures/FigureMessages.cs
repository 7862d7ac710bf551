using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>What is doubtful of the visits that a file counts.</summary>
internal static class FigureMessages
{
    /// <param name="count">Figures that are far from all others of their series.</param>
    /// <param name="examples">The largest of them, each as <see cref="FarFigure"/> has it.</param>
    public static Message FarFigures(int count, IReadOnlyList<Message> examples) =>
        new("doubt.far_figures", ("count", count), ("examples", examples));

    /// <param name="figure">The figure, without marks of thousands: it may be a date or an id.</param>
    /// <param name="usual">The median of the figures that the figure is compared with.</param>
    public static Message FarFigure(long line, string community, string service, string figure, double usual) => new(
        "doubt.far_figure", ("line", line), ("community", community), ("service", service), ("figure", figure), ("usual", usual));

    /// <inheritdoc cref="FarFigure"/>
    public static Message FarFigureInSheet(string sheet, long line, string community, string service, string figure, double usual) => new(
        "doubt.far_figure_in_sheet", ("sheet", sheet), ("line", line), ("community", community), ("service", service), ("figure", figure),
        ("usual", usual));

    /// <param name="count">Figures that are dates as a spreadsheet numbers them: those of their own rows.</param>
    /// <param name="line">Line of the first figure of the file.</param>
    public static Message AreDates(int count, long line, string figure) =>
        new("doubt.figures_are_dates", ("count", count), ("line", line), ("figure", figure));

    /// <param name="count">Figures that rise by one from row to row.</param>
    /// <inheritdoc cref="AreDates"/>
    public static Message AreIds(int count, long line, string figure) =>
        new("doubt.figures_are_ids", ("count", count), ("line", line), ("figure", figure));

    /// <param name="count">Series whose figures never fall within a month or a year.</param>
    /// <param name="month">Whether they begin anew with each month; otherwise with each year.</param>
    public static Message RunningTotals(int count, bool month, string community, string service) => new(
        month ? "doubt.running_month" : "doubt.running_year", ("count", count), ("community", community), ("service", service));
}
