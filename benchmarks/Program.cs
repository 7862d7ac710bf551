using System.CommandLine;
using CommunityDemand.Benchmarks.Scale;

var root = new RootCommand("Measures the project: every figure of the documents comes from one of these commands");
root.Add(ScaleCommand.Create());
return await root.Parse(args).InvokeAsync();
