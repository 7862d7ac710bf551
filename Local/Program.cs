Console.WriteLine("community-demand");
