using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CommunityDemand.Local.Commands;

/// <summary>
/// Help of a command: the standard text, followed by the examples of the command and, for the root command, the exit codes.
/// </summary>
internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
{
    private const string Prefix = "dotnet run --project Local -- ";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exit = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        switch (parseResult.CommandResult.Command)
        {
            case DocumentedCommand { Examples.Count: > 0 } command:
                output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
                foreach (var example in command.Examples) output.WriteLine($"  {Prefix}{example}");
                output.WriteLine();
                break;
            case RootCommand:
                output.WriteLine("Exit codes:");
                output.WriteLine(
                    "  0 success, 1 unexpected failure, 2 wrong option or input (the message tells the remedy), 130 interrupted");
                output.WriteLine();
                break;
        }

        return exit;
    }
}
