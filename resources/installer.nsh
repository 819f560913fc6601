; The program says at each start that it follows linework:// links; without it nothing does.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\linework"
  ${endIf}
!macroend
