package org.openots.hazop.task;

/** Areas of knowledge of the HAZOP certificate, by which a paper is put together. */
public enum KnowledgeArea {
    /** Method and standards: GB/T 35320 (IEC 61882), AQ/T 3049, T/CCSAS 001. */
    STANDARDS,
    /** Documents and team. */
    DOCUMENTS_TEAM,
    /** Nodes, parameters, guide words, deviations. */
    NODES_DEVIATIONS,
    /** Causes, consequences, safeguards, recommendations. */
    CAUSES_SAFEGUARDS,
    /** Risk matrix and layers of protection. */
    RISK_LOPA,
    /** Handling of abnormal situations. */
    ABNORMAL,
    /** Report and follow-up. */
    REPORT
}
