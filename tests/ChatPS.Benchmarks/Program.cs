using BenchmarkDotNet.Running;
using ChatPS.Benchmarks;

// `-- stream` prints how a long list streams; anything else is BenchmarkDotNet's, e.g. `-- --filter *`.
if (args is ["stream"])
    await StreamReport.PrintAsync();
else
    BenchmarkSwitcher.FromAssembly(typeof(ListUsers).Assembly).Run(args);
