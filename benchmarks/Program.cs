using System.CommandLine;

var root = new RootCommand("Measures the project: every figure of the documents comes from one of these commands");
return await root.Parse(args).InvokeAsync();
