using CommunityDemand.Benchmarks.Commands;
using CommunityDemand.Local.Hosting;

using var interrupts = new Interrupts();
return await BenchmarkCommandLine.RunAsync(args, Console.Out, Console.Error, interrupts.Token);
