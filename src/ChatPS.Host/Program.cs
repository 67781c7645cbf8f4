using System.Text;
using ChatPS.Host;

// Without a byte-order mark, or the first byte of redirected output isn't the script's.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

using var runner = new HostRunner(HostConsole.OfProcess());

Console.CancelKeyPress += (_, e) => e.Cancel = runner.Interrupt();

return runner.Run(args);
