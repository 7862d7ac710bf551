using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Hosting;

using var interrupts = new Interrupts();
return await CommandLine.RunAsync(args, Console.Out, Console.Error, interrupts.Token);
