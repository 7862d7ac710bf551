using System.CommandLine;

namespace CommunityDemand.Local.Commands;

/// <summary>Options that all what-if questions have.</summary>
internal static class WhatIfOptions
{
    private const int RowsShown = 20;

    public static Option<string?> Level() => Of<string?>(
        "--level", "LEVEL", "Finest level of areas to show: community, subdistrict, district or city; district by default");

    public static Option<string?> Run() => Of<string?>("--run", "ID", "Run to ask, by its id in table Runs; the current run by default");

    public static Option<int> Rows() => new("--rows")
    {
        Description = "Maximum number of rows to show",
        HelpName = "N",
        DefaultValueFactory = _ => RowsShown,
    };

    /// <summary>An option with the name of its value.</summary>
    public static Option<T> Of<T>(string name, string helpName, string description) =>
        new(name) { Description = description, HelpName = helpName };
}
