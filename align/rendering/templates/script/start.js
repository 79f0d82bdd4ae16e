byId("tools").hidden = false;
startShown();
startFilters();
startSearch();
startLinks();
startCorrections();
startCorrecting();
startDrawing();
startMoving();
