namespace AgentOS.Domain.Crm;

/// <summary>Stages of a deal, in order.</summary>
public enum OpportunityStage
{
    /// <summary>Is there a deal at all?</summary>
    Qualification,

    /// <summary>What do they need?</summary>
    NeedsAnalysis,

    /// <summary>They have an offer.</summary>
    Proposal,

    /// <summary>Terms are being agreed.</summary>
    Negotiation,

    /// <summary>They bought.</summary>
    Won,

    /// <summary>They did not.</summary>
    Lost,
}

/// <summary>What follows from a stage.</summary>
public static class OpportunityStages
{
    /// <summary>Whether a deal in this stage is over.</summary>
    public static bool IsClosed(this OpportunityStage stage) => stage >= OpportunityStage.Won;

    /// <summary>How likely a deal in this stage is to be won, in percent, until somebody knows better.</summary>
    public static int Probability(this OpportunityStage stage) => stage switch
    {
        OpportunityStage.Qualification => 10,
        OpportunityStage.NeedsAnalysis => 30,
        OpportunityStage.Proposal => 50,
        OpportunityStage.Negotiation => 75,
        OpportunityStage.Won => 100,
        _ => 0,
    };
}
