using System.Collections;
using System.Management.Automation;
using ChatPS.Client.Capabilities;
using ChatPS.Client.Http;
using ChatPS.Common;

namespace ChatPS.Jobs;

/// <summary>Has a server do something in the background, and emits the job.</summary>
[Cmdlet(VerbsLifecycle.Start, "ChatJob", SupportsShouldProcess = true)]
[OutputType(typeof(ChatJob))]
public sealed class StartChatJobCommand : JobWaitCmdlet
{
    /// <summary>What the server shall do, in its own words: export_process, import_process, extract_content, ldap_sync, message_export, data_retention.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(JobTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Type { get; set; }

    /// <summary>What the job needs to know, as a hashtable: import_file of import_process, from and to (in seconds since 1970) of extract_content. Values are sent as texts.</summary>
    [Parameter(Position = 1)]
    public IDictionary? Data { get; set; }

    private protected override void Process()
    {
        var data = Data?.Keys.Cast<object>().ToDictionary(JsonValues.ToText, key => JsonValues.ToText(Data[key] is PSObject wrapped ? wrapped.BaseObject : Data[key] ?? ""), StringComparer.Ordinal);
        foreach (var type in Type!)
        {
            Guard(type, () =>
            {
                var (jobs, follow) = (Require<IJobRunner>(), Follower());
                if (Should(type, "Start job"))
                    Submit(type, context => follow(jobs.StartAsync(new NewJob(type, data), context), context));
            });
        }
    }
}
