-- CreateTable
CREATE TABLE "InsightSnapshot" (
    "id" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "InsightSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InsightFailure" (
    "industry" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "failedAt" TIMESTAMP(3) NOT NULL,
    "problem" TEXT NOT NULL,

    CONSTRAINT "InsightFailure_pkey" PRIMARY KEY ("industry")
);

-- CreateIndex
CREATE INDEX "InsightSnapshot_industry_takenAt_idx" ON "InsightSnapshot"("industry", "takenAt");
